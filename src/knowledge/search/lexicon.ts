/**
 * Words that say how something is asked or told rather than what about: common verbs, adverbs, measures of quality, and
 * chat. They are looked for like other words, but neither weigh as much nor count as missing when a fact lacks them.
 */
const WEAK_WORDS: ReadonlySet<string> = words(`
able actual again ago almost alone along already alright always amount anything anyway apart apparently around ask asked
asking asks away back bad basic basically bc because best better big bit bother both bring bro brought btw buddy bunch came
case cause certain certainly change chance clear clearly close come comes coming common completely confused consider correct
couldnt couple course crazy curious currently cuz day days dear decent definitely depend describe despite detail details dude
dunno else enough especially etc even eventually everybody everyone everything everywhere exactly example examples except
exist existing exists expect explain explanation fact fair fairly far feel few find fine first folks follow following forget
form found friend friends full fun fully gave general generally get gets getting gimme give given gives giving go goes going
gone gonna good got gotta gotten great guess guy guys half hand happen happened happening happens hard hardly haha hand hear
heard hell help helpful hmm hold honestly hope huge idk idea imagine imho imo important indeed info information instead
interested interesting issue keep keeps kept kind kinda kinds knew know known knows lack lately later latest least leave left
less let like likely line little lmao lol long longer look looked looking looks lot lots luck made main mainly make makes
making manage many mate matter matters maybe mean meaning means meant meanwhile mention mentioned might mind minute moment
month months mostly move must name named names nearly necessary need needed needs never nice none normal normally nope
nothing notice now nowadays obvious obviously often oh ok okay old once online only open opinion option order otherwise
overall particular particularly pass past people perhaps person place plan plans plenty plz pls point points possible possibly
pretty previous probably problem problems proper properly purpose put question questions quick quickly quite ran random
rather read reading ready real reason reasons recent recently regarding related remember right roughly said same saw say
saying says second see seeing seem seems seen sense serious seriously set several short show shown shows similar simple simply
since situation small so soon sorry sort sound speak special specific specifically start started stay step stop story strange
stuff stupid such suddenly suggest suppose supposed sure take taken takes taking talk talking teacher tell telling tend term
terms thing things think thinking third thought time times tiny today together told tomorrow tonight took total totally
toward tried true truly try trying turn turns typical typically understand unless unlike until upon use used useful uses
using usual usually various view vs wait wanna want wanted wants watch way ways week weeks weird welcome well went whatever
whenever wherever whole wish wonder wondering word words work worked working works worry worse worst worth wow wrong wtf
yeah year years yep yesterday yo
`);

/**
 * Words of everyday life. They are known to be spelt right, so they are never "corrected" into a word of the facts: who
 * asks about a car means a car.
 */
const EVERYDAY_WORDS: ReadonlySet<string> = words(`
accident actor address adult adventure age air airplane airport alarm album alcohol angel angry animal ankle apartment apple
april arm art artist aunt autumn award baby bacon bad bag ball banana band bank bar bargain baseball basket basketball bath
bathroom beach bean bear beard beat beautiful bed bedroom bee beef beer bell belt berry bicycle bike bill bird birth birthday
bite bitter black blanket blood blue boat body boil bone boots bored boring bottle bowl boy brain brake bread breakfast breath
brick bride bridge bright broken brother brown brush budget bus business butter button buy bye cabin cable cafe cake calendar
camera camp cancer candle candy car card career carpet carrot cartoon cash cast castle cat cats celebrate cent chair champion
cheap cheese chef chemistry chess chest chicken child children chocolate christmas church cigarette cinema circle citizen city
class classic cleaning climb clock cloth clothes cloud club coach coast coat coffee coin cold college color colour comedy comic
company computer concert concrete cook cookie cooking cool copper corn corner cost costs cotton country couple court cousin cow
cream credit crew cricket crime crowd cry culture cup currency curtain customer cute dad dance dancing danger dark date daughter
dead death debt december dentist desert design desk dessert diet dinner dirt dirty dish divorce doctor dog dogs dollar door
dragon drama draw dream dress drink drinks driveway driving drug drum drunk duck dust ear early earn earth easter eat economy
education egg eggs eight elbow election elephant email emotion employee engine english evening exam exercise expensive eye eyes
face factory fair faith fall family famous fan fantasy farm farmer fashion fast fat father favorite favourite fear feather
february feeling feet female fence festival fever field fight film finger fire fish fishing fitness five flag flat flavor flight
flights flood floor flour flower flowers fly flying fog food foot football forest fork fortune four fox freedom french fresh
friday fridge fruit funeral funny furniture gallery game games gaming garage garden garlic gas gate gift girl glad glass glasses
glove gloves goal god gold golf grade grandma grandmother grape grass gray green grey grocery ground grow guest guitar gun gym
hair hall ham hammer hand happy harbor hat hate haircut head headache health healthy heart heat heavy height hero hiking hill
history hobby hockey holiday home homework honey horse hospital hot hotel hour hours house houses human humans hungry hunt hurt
husband ice imagine income insect insurance interview iron island jacket jail january jeans job jobs joke journey juice july
jump june jungle keyboard kid kids kilogram kilograms kilometer king kiss kitchen knee knife knight lady lake lamp land language
laptop laugh laundry law lawn lawyer leaf leather leg legs lemon lesson letter library life lifestyle light lip lips lion liquid
liver loan london lonely lose love lover lovely luck lucky lunch lung machine magazine magic mail mall male man map march marriage
married mask massage mattress may meal meat medal media medical medicine meet meter middle midnight military milk million
minister mirror miss mistake mobile model mom monday money monkey moon morning mother motorcycle mountain mouse mouth movie
movies mud murder muscle museum mushroom music musician nail nasty nation nature neck needle neighbor nephew nervous newspaper
night nine noise north nose november nurse nut ocean october office oil olympics onion opera orange oven owner pain paint
painting pair palace pan pants paper paradise parents paris park party passenger passport pasta pastry patient pay peace peach
peanut pen pencil penny pepper perfume pet phone photo photograph physics piano picnic picture pie pig pillow pilot pink pizza
plane planet plant plate play player playing pleasure pocket poem poet poison police politics pool poor pop population pork
potato pound prayer pregnant president price prices prince princess prison prize professor pub puppy purple queen quiz rabbit
race racing rain rainy recipe red religion rent restaurant rice rich ride ring rings river road robot rock romantic roof room
rope rose rugby run running sad sail salad salary salmon salt sand sandwich saturday sauce sausage scary school science scissors
score sea season seat secret september seven sex shadow shampoo shape share shark sheep ship shirt shoe shoes shop shopping
shore shoulder shower sick silk silver sing singer sister six skin skirt sky sleep slow smart smell smile smoke snack snake snow
soap soccer social sock socks soda sofa soil soldier son song songs soul soup south space spain spider spirit spoon sport sports
spreadsheet spring square stadium stage stair star stars station steak stomach stone store storm stove strawberry street stress
strong student sugar suit summer sun sunday sunny supper surgery sweet swim swimming table tail tall tape taste tattoo tax taxi
tea team tears teeth television temperature temple ten tennis tent theater theatre thick thin thirsty three thunder thursday
ticket tickets tie tiger tin tired toast tobacco toe toilet tomato tongue tooth toothbrush tour tourist towel tower town toy
traffic train training travel treasure tree trees trip trouble trousers truck trust tuesday turkey tv two ugly umbrella uncle
uniform university vacation valley vegetable vegetables video village violin virus visa voice volleyball vote wage wages wake
walk wall wallet war warm wash watch water weather wedding wednesday weekend weight west wet wheel wheels white wide wife wild
win wind window windows wine winner winter wolf woman women won wood wool world worried yard yellow young zero zoo
absence ache ad ads advert advice aeroplane afford african afternoon aged alien alive aliens allergy ambulance american amusing
anger anniversary anxiety appetite appointment aquarium argue armchair arrest asia asian asleep assignment astronaut athlete
atom attic attractive aubergine auction audience australia avatar awake awesome awful axe backpack bake baker bakery baking bald
ballet balloon bankrupt banned barbecue barber basement bat batman battle bedtime belief bench bible biking biology blind blonde
bloom blouse blow board boat boss bossy bother bouquet bracelet branch brand brave brazil breakup breast breathe breed breeze
brilliant britain british broccoli bruise bucket buddy bug buried burn burger cafe calories camel canada canal candle cannon
canoe cap cape capital caravan cardboard carol cartoon cashier casino catch cave ceiling celebrity cellar cello ceramic cereal
certificate certification chalk charity charm chat cheat cheek cheer cherry chill chimney china chinese choir chop chores cigar
clay clever clown coconut coffin collar colored coloured comfort comic compliment confess conscience cope corridor cosmetics
costume cough council courage cradle cringe crocodile crop crown cruise crust cucumber cupboard curly curry curse curve cushion
dad daisy dairy damp dawn daylight deaf deer delicious deliver delivery deposit detective devil diamond diary dice dinosaur
disaster discount dive dizzy doll dolphin donkey donut dough dragonfly drawer drummer dry dye eagle earnings earring earthquake
eastern ebay egypt electrician electricity embassy emperor envelope episode essay europe evil ex excuse exhibition expire fabric
facebook fairy fake falcon fame farming fashionable fatal fate fault feast feed ferry fiction fifa flame flashlight flavour flea
flute folk footballer forehead forgive fossil fountain fox frame france freeze freezer frog frost fry fuel funeral fur gambling
gardening garlic gender genius gentle german germany ghost giant ginger giraffe gloomy glue goat gorgeous gossip grab graduate
grammar grape gravity greece grill groceries groom guilty gum habit haircut halloween handbag handsome happiness harvest haunted
hawk hay headphones heal heaven heel hell helmet hen herb hip hire hollywood honest honeymoon horror hug humid humor humour
hunger hurricane hut hygiene ill illness india indian infant influencer ingredient injury ink insomnia instagram insult invite
iphone ireland ironing italian italy itch jail jam japan japanese jaw jazz jealous jewel jewellery jewelry jogging judge juicy
karate keyring kettle kidney kindergarten kite kitten koala korea lace ladder lamb landlord lazy leaves lecture league legend
lemonade lettuce lick lie lightning lipstick litre lizard lobster locker lottery loud lounge luggage mango maple marathon marble
marker maths maturity mayor meadow mechanic melon melt mental mermaid mess metal mexico mile mineral minus mint mixer moist mole
monster mosquito moth mouthwash movie mug mustard myth nap napkin naughty neat necklace nest netflix nightmare noodles novel
nuclear nursery nuts obese october octopus olive omelette onion opponent orchestra organic orphan ostrich owl ox oyster package
paddle paperback parade parcel parent parking parrot partner patience pavement paw pear pebble pedestrian penguin pension
personality philosophy photographer pickle pigeon pill pimple pine pineapple pirate pistol plasma plastic playground playlist
plum plumber podcast poker polar pole pond pony popcorn porch poster pottery poverty pray preach pretty priest printer profit
prom pumpkin punch punish puppet purse puzzle pyramid queue quote raccoon radio raincoat rash raspberry rat razor recipe record
refrigerator refund relationship relax religion remedy reptile rescue restroom retire retirement revenge reward rhyme rhythm
rib ribbon rice rifle robbery romance rooster rubber rude rug ruin runner russia russian sadness saint sale sandals satellite
scarf scared scooter scream sculpture seal seafood seasick selfie sew sewing shave shed shelf shell shock shoot shorts shout
shy sibling sin sink skate ski skiing skull slap slice slim slipper smartphone smooth snail sneeze snowboard snowman soak
soup sour spaniard spanish spicy spinach spit spray squirrel stadium stain stains stamp statue steal steam steep stew sticky
sting stitch stocks stole stool straw stream stretch stripe studio stupid subway suicide suitcase sunglasses sunrise sunset
superhero supermarket surf surname sushi suspect swan swear sweat sweater sweden swing sword symptom syrup tablet tailor talent
talented tan tattoo tears teen teenager temper tenant thief thigh thread throat throne throw thumb tide tidy tights tiktok tinder
tipping tooth torch toss touch tourism toys tractor tragedy trailer trainers treat tropical trumpet tsunami tube tuna turtle
tutor twin twins twitter typhoon tyre umbrella uncle underwear unicorn universe upset urine usa vacuum valentine vampire vanilla
vase vegan vegetarian veil vein vet victim vinegar violent vitamin volcano vomit voyage waist waiter waitress warrior wash wasp
wealth weapon weed weekday whale whisky whistle wig wing witch wizard workout worm wound wrap wrestling wrinkle wrist yacht
yawn yoga yogurt yoghurt youtube youtuber zebra zip zodiac kilos kilometers kilometre tier workbench scrap crossplay tv wifi
antivirus mattress spreadsheets landlady smartest nicest cutest richest tallest heaviest fastest cheapest
`);

/**
 * Names of software, languages and services that are not about Rust in the kernel. They too are never corrected.
 */
const OTHER_SOFTWARE: ReadonlySet<string> = words(`
actix adobe airflow ajax alacritty alpine angular ansible apache apple appimage apt arduino asp aspnet astro async_std asyncstd
audacity aws axum azure babel bash bevy bitcoin blender blazor bluetooth bootstrap brew btrfs bun bumblebee celery centos chatgpt
chrome chromium clap claude clion clojure cloudflare cmake cmd cobol composer coreutils crossbeam crypto crystal css csv cuda
curl cygwin dart dask deno devops diesel django dkms docker dotnet drupal eclipse egui elasticsearch electron elixir elm emacs
emerge erlang eslint ethereum excel express ext4 facepunch fastapi ffmpeg figma firebase firefox flask flatpak flutter fortran
freecad gcp gentoo gimp gnome godot google golang gpt gradle grafana graphql grep groovy grpc grub gtk hadoop haiku haskell helm
heroku homebrew html http https hyper iced ios iptables itertools jakt java javascript jenkins jest jetbrains jira jq jquery json
julia jupyter kafka kali kde kibana kotlin kubernetes laravel latex leptos less libreoffice lisp lua luajit macos mailchimp make
manjaro mariadb markdown maven mint minecraft mongo mongodb mysql nano neovim netbeans nextjs nginx nim node nodejs npm nuget
numpy nushell ocaml octave office openai opengl openssh openssl oracle outlook pacman pandas pascal perl photoshop php pip
pipewire playwright plex podman postgres postgresql powerpoint powershell prolog prometheus proxmox pulseaudio putty pycharm
pytest python pytorch qt rails rayon react reactjs reddit redis regex reqwest ripgrep roblox rocket ruby rspec ruffle salesforce
samba sap sass scala scheme scikit scratch sdl sed selenium serde serenityos servo shopify slack slint snap solana solidity sonar
spark spotify spring sqlite sql ssh steam stripe suse svelte swift swiftui symfony systemd tableau tailwind tauri tensorflow
termux terraform tesla tmux tokio tomcat typescript ubuntu unity unreal usb uutils vala vagrant verilog vhdl vim virtualbox vite
vlc vmware vpn vscode vue vulkan warp wasm wayland webgl webpack webrtc wechat whatsapp wine wireshark wordpress wsl x11 xcode
xbox xml xnu yaml yarn yew zfs zig zoom zsh
`);

/** Whether a word says how something is asked or told rather than what about. */
export function isWeakWord(word: string): boolean {
  return WEAK_WORDS.has(word);
}

/** Whether a word that the facts do not have is known to be none of theirs misspelt. */
export function isCorrectEnglish(word: string): boolean {
  return WEAK_WORDS.has(word) || EVERYDAY_WORDS.has(word) || OTHER_SOFTWARE.has(word);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
