import { stem } from "./stem.ts";

/** Words that people use for the same thing when they ask about software: groups of them between slashes. */
const GROUPS = `
against oppose opposition critic sceptic / alignment align aligned / allocate malloc alloc allocation reserve new
allow permit may / amount size number / android google phone / annotate mark attribute / appear show visible
append push extend / apple asahi mac m1 / application app userspace program / approve accept ack
architecture arch platform cpu hardware / arm arm64 aarch64 / array slice vec vector list / assembly asm
async await future / atomic ordering barrier / attract bring gain / attribute annotation / audio sound alsa
background worker workqueue / backport stable fix / backtrace trace stack / begin start origin first initial early
binding bindgen ffi / bit flag mask / blog article post lwn / book tutorial / boot start load / bootstrap nightly
borrow checker / bot ci kernelci / bounds index range / box kbox heap / bpf ebpf / bug defect flaw error fault
byte bytes raw / c clang gcc / cache slab / call invoke callback / camera v4l media codec video
cargo dependency crates / cast convert transmute / chat zulip irc discord / cleanup guard defer scope destructor drop
closure callback lambda / collection container list / command target option / company vendor corporate employer
compare versus difference vs comparison / compile build make / compiler rustc toolchain
concurrency parallel multithreaded race / conditional cfg / config kconfig option setting enable / constant const
contribute help participate join involve / copy clone duplicate / count number many / coverage test
cpu processor core / crash panic oops bug abort / crate library package dependency / credential cred uid
cross-compile cross target / cycle leak / date time clock / deadlock lockdep order / debug debugger diagnose trace
debugfs sysfs procfs / declare define / deprecated obsolete old outdated legacy
developer dev programmer engineer contributor hacker / device hardware / disable off forbid
disadvantage drawback criticism against cost downside / disk block storage drive
distribution distro fedora debian ubuntu arch / dma coherent / doc documentation docs comment manual
doctest example documentation / drama fight dispute controversy argument quarrel conflict row disagreement
editor ide vscode analyzer / elapsed duration delta instant / emulator qemu / enable activate turn allow switch
encryption crypto cipher / endianness endian / error errno failure code / ethernet phy / evidence proof prove
evidence study research data statistics prove / example sample demo hello / exception error / executor async
exit cleanup drop / experiment experimental trial / explain describe document / export expose / ext4 btrfs filesystem
external third-party vendored crate / fallible try / fast speed performance benchmark
fast speed performance quick overhead slow cost / favour support / fence barrier / file fd / filesystem fs vfs
finish end conclude complete / firmware blob / folder directory dir / folks team people / forbid ban disallow prohibit
fork branch / formal verification verify proof / free release drop dealloc deallocate / frequency cpufreq clock
function fn method / future plan roadmap upcoming next / fuzz syzkaller / generic generics parameterised
github issue tracker / global static / goal aim purpose intention / graphics gpu display video drm
gregkh greg hartman / growth grow increase / guarantee invariant promise contract / hashmap map dictionary table tree
hide exclude missing invisible / hold acquire take / host native / import use prelude / indentation rustfmt
initialise init initializer initialisation construct constructor create / inline helper / insert add push
install download obtain / interrupt irq / iterator loop iterate / job hire employ / join attend participate
kbuild makefile make / keyboard hid input mouse / language c++ cpp / leader lead head chief / leak forget
licence license gpl / lifetime borrow / light led / lines loc size / linker link / lint clippy warning
list overview all every enumerate summary / load insmod modprobe / lock mutex spinlock / lower reduce decrease
lts longterm stable / macro derive attribute / mailing list lore email / maintain own
maintainer charge lead responsible / mandatory compulsory / mandatory require obligatory depend / marcan martin hector
mask genmask bits / measure benchmark / meet meeting call / meeting conference summit talk kangrejos call / memory ram
mentor internship outreachy / menuconfig kconfig
merge land accept mainline upstream arrive enter include pull integrate / migrate move switch rewrite convert
minimal tiny small hello simple / minimum least lowest required oldest need requirement / mirror fork
missing absent unavailable lack / mitigation cfi spectre / module driver lkm / money fund pay sponsor / mutable mut
namespace container / naming name / nanosecond hrtimer / network net ethernet nic
newcomer beginner novice newbie starter / newest latest current recent / news recap highlight change new
nightly unstable feature / notify wake signal condvar / null nullptr none / nvidia nova nouveau geforce gtx
object instance struct / obstacle blocker challenge / oom memory / opinion think view position stance
ordinary normal userspace / overflow wrap wraparound / owner maintainer / ownership own owner
parameter param argument option / patch series change commit / pci pcie card / percent percentage share figure number
permanent stay core / permission capability lsm selinux / pid process task / pin move movable / pointer reference ptr
policy rule guideline / poll epoll / pop remove / popular common most / postpone defer delay later
power suspend resume pm / preemption preempt / print log printk message output / probe bind attach / propagate error
proposal rfc idea suggest propose / qr panic screen / queue workqueue / quit leave resign retire depart step former ex
race concurrent / raise bump increase / random rng entropy / raspberry arm / rcu readers / reader rcu / redox os
refcount reference arc aref count / refuse decline reject deny nak veto / register mmio io / register registration
remove delete drop discard kill / rename name call / replace rewrite convert switch port translate
replacement alternative instead / reproducible deterministic / return result / review reviewer approve ack
riscv risc / safe sound safety / sanitizer kasan kcsan ubsan / screen display monitor / search find lookup
send transfer move / sensor i2c hwmon / setup install prepare / share arc refcount
ship deliver deploy production product / signature sign signed signing / single unique exclusive
sleep wait delay block / smart box arc / soundness unsound / source repository code / speaker talk / ssd nvme
status progress state news / std standard core / string str cstr text / structure struct
style format rustfmt convention / support back sponsor fund / symbol mangle / teacher school university academia
temperature hwmon / test check verify kunit / test selftest / thread task process / timeout expire
timer hrtimer clock / torvalds linus / tracepoint trace ftrace / trait interface / tree repository repo branch git
tutorial guide introduction intro learn teach course / unbind detach remove / undefined ub / unload remove exit
unlock release / unplug hotplug revoke remove disconnect revocable / unsafe unsound dangerous / unwind abort
unwrap expect / upgrade update raise bump / usb gadget / userspace user ioctl syscall / vector vec kvec
version release / video talk presentation keynote / virtual vm qemu guest / volatile atomic / voltage regulator
voluntary optional / vulnerability cve hole exploit weakness security / website site page
who author creator founder inventor / why reason motivation benefit advantage / windows microsoft / wireless wifi wlan
woman people person / women men people / workqueue defer background deferred async / wrapper abstraction binding api
write develop implement author create code / writer lock / x86 amd64 intel / zero zeroed zeroable blank
`;

/**
 * The stems of words that may be meant where this one is said. Only a hint: a fact that says the very word is better.
 */
export function relatedStems(word: string): readonly string[] {
  return RELATED.get(stem(word)) ?? [];
}

const RELATED: ReadonlyMap<string, readonly string[]> = (() => {
  const related = new Map<string, Set<string>>();
  for (const group of GROUPS.trim().split(/ \/ |\n/)) {
    const stems = group.split(" ").map(stem);
    for (const one of stems) {
      const others = related.get(one) ?? new Set();
      for (const other of stems) if (other !== one) others.add(other);
      related.set(one, others);
    }
  }
  return new Map([...related].map(([one, others]) => [one, [...others]]));
})();
