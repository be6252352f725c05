import { stem } from "./stem.ts";

/** Words that people use for the same thing when they ask about software, a group a line. */
const GROUPS = `
merge land accept mainline upstream arrive enter include pull integrate
quit leave resign retire depart step former ex
maintainer charge lead responsible
maintain own
drama fight dispute controversy argument quarrel conflict row disagreement
bug defect flaw error fault
vulnerability cve hole exploit weakness security
crash panic oops bug abort
begin start origin first initial early
proposal rfc idea suggest propose
who author creator founder inventor
write develop implement author create code
developer dev programmer engineer contributor hacker
contribute help participate join involve
newcomer beginner novice newbie starter
tutorial guide introduction intro learn teach course
example sample demo hello
list overview all every enumerate summary
replace rewrite convert switch port translate
remove delete drop discard kill
deprecated obsolete old outdated legacy
version release
minimum least lowest required oldest need requirement
newest latest current recent
compiler rustc toolchain
config kconfig option setting enable
enable activate turn allow switch
disable off forbid
compile build make
graphics gpu display video drm
disk block storage drive
ssd nvme
network net ethernet nic
ethernet phy
filesystem fs vfs
cpu processor core
architecture arch platform cpu hardware
memory ram
allocate malloc alloc allocation reserve new
free release drop dealloc deallocate
lock mutex spinlock
deadlock lockdep order
thread task process
sleep wait delay block
interrupt irq
timer hrtimer clock
array slice vec vector list
vector vec kvec
box kbox heap
hashmap map dictionary table tree
string str cstr text
print log printk message output
debug debugger diagnose trace
test check verify kunit
safe sound safety
unsafe unsound dangerous
undefined ub
fast speed performance quick overhead slow cost
fast speed performance benchmark
error errno failure code
return result
pointer reference ptr
share arc refcount
refcount reference arc aref count
pin move movable
initialise init initializer initialisation construct constructor create
zero zeroed zeroable blank
macro derive attribute
trait interface
wrapper abstraction binding api
binding bindgen ffi
c clang gcc
call invoke callback
export expose
function fn method
module driver lkm
load insmod modprobe
parameter param argument option
doc documentation docs comment manual
style format rustfmt convention
lint clippy warning
review reviewer approve ack
patch series change commit
tree repository repo branch git
mailing list lore email
chat zulip irc discord
meeting conference summit talk kangrejos call
company vendor corporate employer
support back sponsor fund
distribution distro fedora debian ubuntu arch
android google phone
apple asahi mac m1
nvidia nova nouveau geforce gtx
arm arm64 aarch64
riscv risc
x86 amd64 intel
lts longterm stable
backport stable fix
future plan roadmap upcoming next
status progress state news
news recap highlight change new
why reason motivation benefit advantage
disadvantage drawback criticism against cost downside
evidence study research data statistics prove
percent percentage share figure number
experiment experimental trial
permanent stay core
mandatory require obligatory depend
policy rule guideline
language c++ cpp
device hardware
unplug hotplug revoke remove disconnect revocable
register mmio io
usb gadget
sensor i2c hwmon
firmware blob
file fd
userspace user ioctl syscall
dma coherent
workqueue defer background deferred async
async await future
closure callback lambda
generic generics parameterised
lifetime borrow
borrow checker
iterator loop iterate
concurrency parallel multithreaded race
race concurrent
atomic ordering barrier
rcu readers
overflow wrap wraparound
bounds index range
leak forget
null nullptr none
cleanup guard defer scope destructor drop
editor ide vscode analyzer
crate library package dependency
cargo dependency crates
std standard core
nightly unstable feature
bootstrap nightly
debugfs sysfs procfs
pci pcie card
teacher school university academia
woman people person
rename name call
compare versus difference vs comparison
bpf ebpf
windows microsoft
redox os
command target option
external third-party vendored crate
ship deliver deploy production product
platform hardware architecture
minimal tiny small hello simple
evidence proof prove
attract bring gain
application app userspace program
ordinary normal userspace
goal aim purpose intention
migrate move switch rewrite convert
doctest example documentation
folks team people
meet meeting call
join attend participate
refuse decline reject deny nak veto
approve accept ack
guarantee invariant promise contract
finish end conclude complete
background worker workqueue
postpone defer delay later
hide exclude missing invisible
missing absent unavailable lack
appear show visible
ownership own owner
single unique exclusive
object instance struct
structure struct
collection container list
bit flag mask
mask genmask bits
money fund pay sponsor
licence license gpl
signature sign signed signing
virtual vm qemu guest
emulator qemu
boot start load
backtrace trace stack
power suspend resume pm
frequency cpufreq clock
voltage regulator
temperature hwmon
light led
keyboard hid input mouse
camera v4l media codec video
audio sound alsa
wireless wifi wlan
raspberry arm
bot ci kernelci
search find lookup
insert add push
append push extend
pop remove
copy clone duplicate
cast convert transmute
byte bytes raw
endianness endian
alignment align aligned
cache slab
pid process task
namespace container
credential cred uid
permission capability lsm selinux
tracepoint trace ftrace
measure benchmark
elapsed duration delta instant
nanosecond hrtimer
date time clock
random rng entropy
encryption crypto cipher
screen display monitor
qr panic screen
folder directory dir
ext4 btrfs filesystem
probe bind attach
unbind detach remove
preemption preempt
hold acquire take
unlock release
notify wake signal condvar
queue workqueue
poll epoll
fence barrier
volatile atomic
soundness unsound
formal verification verify proof
sanitizer kasan kcsan ubsan
mitigation cfi spectre
unwind abort
unwrap expect
propagate error
exception error
fallible try
oom memory
global static
constant const
mutable mut
send transfer move
smart box arc
cycle leak
executor async
indentation rustfmt
naming name
import use prelude
conditional cfg
assembly asm
inline helper
symbol mangle
linker link
setup install prepare
install download obtain
website site page
blog article post lwn
video talk presentation keynote
book tutorial
github issue tracker
mentor internship outreachy
job hire employ
leader lead head chief
torvalds linus
gregkh greg hartman
marcan martin hector
opinion think view position stance
against oppose opposition critic sceptic
favour support
obstacle blocker challenge
reject refuse
owner maintainer
popular common most
count number many
reader rcu
writer lock
timeout expire
unload remove exit
exit cleanup drop
register registration
declare define
attribute annotation
annotate mark attribute
comment documentation
explain describe document
source repository code
mirror fork
fork branch
upgrade update raise bump
raise bump increase
lower reduce decrease
growth grow increase
percent share
lines loc size
amount size number
women men people
speaker talk
retire resign
replacement alternative instead
alternative instead
forbid ban disallow prohibit
allow permit may
ban forbid
mandatory compulsory
voluntary optional
test selftest
coverage test
fuzz syzkaller
reproducible deterministic
cross-compile cross target
host native
toolchain compiler
kbuild makefile make
menuconfig kconfig
`;

/**
 * The stems of words that may be meant where this one is said. Only a hint: a fact that says the very word is better.
 */
export function relatedStems(word: string): readonly string[] {
  return RELATED.get(stem(word)) ?? [];
}

const RELATED: ReadonlyMap<string, readonly string[]> = (() => {
  const related = new Map<string, Set<string>>();
  for (const line of GROUPS.trim().split("\n")) {
    const stems = line.split(" ").map(stem);
    for (const one of stems) {
      const others = related.get(one) ?? new Set();
      for (const other of stems) if (other !== one) others.add(other);
      related.set(one, others);
    }
  }
  return new Map([...related].map(([one, others]) => [one, [...others]]));
})();
