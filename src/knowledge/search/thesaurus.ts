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
