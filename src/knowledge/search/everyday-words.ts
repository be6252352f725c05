/** Words of everyday life: who asks about a car means a car, and not `cargo` misspelt. */
export const EVERYDAY_WORDS: readonly string[] = `
abandon ability abroad absence absolutely absurd abuse accent acceptable accident accompany accomplish accountant
accurate accuse ache achieve acid acquire acre actor ad adapt addict addition address adjust admire admit adopt ads
adult advance adventure advert advertise advice advise aeroplane affair affect afford african afternoon age aged
agency agenda agent aggressive agree agriculture ahead aid aim air airline airplane airport alarm album alcohol alien
aliens alike alive allergic allergy alley allow alphabet altogether amaze amazing ambition ambulance american amusing
ancestor ancient angel anger angle angry animal ankle anniversary announce annoy annoying annual antivirus anxiety
anxious anyhow apartment apologise apologize apology appeal appetite applaud apple appoint appointment appreciate
approach april aquarium argue argument arm armchair arrange arrest arrogant art artist ashamed asia asian aside asleep
aspect assignment assist assistant associate assume assure astonish astronaut athlete atmosphere atom attach attempt
attend attention attic attitude attractive aubergine auction audience aunt australia authority autumn avatar average
avoid awake award awesome awful awkward axe baby backpack bacon bag bake baker bakery baking balance bald ball ballet
balloon ban banana band bank bankrupt banned bar barbecue barber barely bargain bark barrier baseball basement basis
basket basketball bat bath bathe bathroom batman battle bay beach bean bear beard beat beautiful bed bedroom bedtime
bee beef beer beg behave behaviour being belief believe bell belong belongs beloved belt bench bend beneath berry
beside besides bet betray beyond bible bicycle bike biking bill biography biology bird birth birthday bite bitter
bitterness black blade blame blanket bless blind blink blonde blood bloody bloom blouse blow blue board boat body boil
bone boots border bore bored boring borrow boss bossy bottle bouquet bow bowl boy bracelet brag brain brake branch
brand brave brazil breach bread breakfast breakup breast breath breathe breed breeze brick bride bridge brief bright
brilliant britain british broad broccoli broken brother brown bruise brush brutal bucket budget bug bump burden burger
burglar buried burn burst bury bus business butter button buy bye cabin cable cafe cage cake calendar calm calories
camel camera camp canada canal cancel cancer candidate candle candy cannon canoe cap capable cape capital capture car
caravan card cardboard career careful careless carol carpet carrot carry cartoon cash cashier casino cast castle cat
catch cats cattle caution cave cease ceiling celebrate celebrity cellar cello cent central century ceramic cereal
ceremony certificate certification chair chalk challenge champion chapter character charge charity charm chase chat
cheap cheapest cheat cheek cheer cheerful cheese chef chemistry cherry chess chest chicken chief child children chill
chilly chimney china chinese chocolate choice choir choose chop chore chores christmas church cigar cigarette cinema
circle circumstance citizen city civil claim clap class classic clay cleaning clever cliff climate climb cling clock
closet cloth clothes cloud clown club clue coach coal coast coat coconut coffee coffin coin cold collapse collar
collect collector college colony color colored colour coloured column combat comedy comfort comfortable comic command
comment commerce commit committee communicate community company compare compete competition complain complains
complaint complete complicated compliment compose computer concern concert conclude concrete condition conduct
conference confess confidence confirm conflict congratulate connect conquer conscience conscious consequence constant
consult consume contact contest continent continue contract contrast contribute convenient conversation convince cook
cookie cooking cool cope copper corn corner corridor cosmetics cost costs costume cotton cough council country courage
court cousin cow coward crack cradle craft crawl cream create creature credit creep crew cricket crime cringe crisis
critic criticism crocodile crop crossplay crowd crown cruise crush crust cry cucumber cultural culture cup cupboard
cure curly currency curry curse curtain curve cushion custom customer cute cutest cycle dad daily dairy daisy damage
damp dance dancing danger dare daring dark date daughter dawn daylight dead deadly deaf deal death debate debt decade
deceive december decide decision declare decline decorate decrease deep deer defeat defend delay delicious delight
deliver delivery demand dentist deny depart department deposit depressed descend desert deserve design desire desk
desperate despise dessert destroy destruction detect detective determine develop device devil devote diamond diary
dice diet differ difficult dig dignity dim dinner dinosaur dirt dirty disagree disappear disappoint disaster discount
discover discuss disease disgust dish dislike dismiss display distance distant distinct disturb dive divide divorce
dizzy doctor dog dogs doll dollar dolphin domestic donate donkey donut door doubt dough downtown drag dragon dragonfly
drama dramatic draw drawer dread dream dress drift drink drinks drive driver driveway driving drown drug drum drummer
drunk dry duck dull dumb dump dust duty dye eager eagle ear early earn earnings earring earth earthquake ease easter
eastern eat ebay ecology economic economy edge edit educate education effect effective efficient effort egg eggs egypt
eight either elbow elder elect election electrician electricity elegant element elephant eliminate elsewhere email
embarrass embassy embrace emerge emergency emotion emperor emphasis empire employee empty enable encounter encourage
endless enemy energy engine english enjoy enormous entertain enthusiasm entire entrance envelope envy episode equal
equipment era error escape essay essential establish estate estimate eternal ethics ethnic europe evaluate evening
event evident evil ex exact exaggerate exam exceed excellent exchange excite excited exciting exclude excuse execute
exercise exhaust exhausted exhibition exotic expand expedition expense expensive experience expert expire explode
explore explosion expose express extend extent extra extraordinary extreme eye eyes fabric face facebook factory fade
fail failure faint fairy faith fake falcon fall false fame familiar family famous fan fancy fantasy farm farmer
farming fascinate fashion fashionable fast fastest fat fatal fate father fault favorite favour favourite fear feast
feather february fee feed feeling feet fellow female fence ferry festival fetch fever fiction field fierce fifa fight
figure film final financial finger fire fish fishing fitness five fix flag flame flash flashlight flat flavor flavour
flea flee flesh flight flights float flood floor flour flow flower flowers fluid flute fly flying focus foe fog fold
folk food fool foolish foot football footballer forbid force forehead foreign forest forever forgive fork formal
former fortunate fortune forward fossil foundation fountain four fox fragile frame france frankly freedom freeze
freezer french frequent fresh friday fridge friendship frighten frog frost frown fruit frustrate fry fuel fulfil
fundamental funeral funny fur furious furniture gain gallery gallon gambling game games gaming gang gap garage garden
gardening garlic gas gate gather gaze gear gender gene generous genius gentle gentleman genuine german germany gesture
ghost giant gift ginger giraffe girl glad glance glass glasses global gloomy glory glove gloves glue goal goat god
gold golf goodbye gorgeous gossip govern government grab gracious grade gradual graduate grammar grandma grandmother
grant grape grass grateful grave gravity gray greece greedy green greet grey grief grill grin grip groceries grocery
groom gross ground grow guarantee guard guest guide guilt guilty guitar gum gun gym habit hair haircut hall halloween
halt ham hammer handbag handle handsome handy hang happily happiness happy harbor harm harsh harvest haste hat hate
haul haunt haunted hawk hay head headache headphones heal health healthy heap heart heat heaven heaviest heavy heel
height helmet hen herb heritage hero hesitate hide highway hiking hill hint hip hire historic history hit hobby hockey
holiday hollywood holy home homeless homework honest honey honeymoon hook hopeful hopeless horizon horrible horror
horse hospital host hostile hot hotel hour hours house household houses housing howl hug human humans humble humid
humor humour hunger hungry hunt hurricane hurry hurt husband hut hygiene ice identical identify identity idle ignore
ill illegal illness illusion image imitate immediate immigrant immune impact impatient imply impress impressive
improve inch incident income india indian infant influencer inform ingredient inhabit inherit initial injure injury
ink inner innocent inquiry insane insect insist insomnia inspect inspire instagram install instant instinct institute
institution insult insurance intelligent intend intense intention international interrupt interview intimate introduce
invade invent invest investigate invisible invite involve iphone ireland iron ironing irony irritate island isolate
italian italy itch item jacket jail jam january japan japanese jaw jazz jealous jeans jerk jewel jewellery jewelry job
jobs jogging joint joke journey joy judge juice juicy july jump june jungle jury justice karate keen kettle keyboard
keyring kick kid kidnap kidney kids kill kilogram kilograms kilometer kilometers kilometre kilos kindergarten kindness
king kiss kitchen kite kitten knee kneel knife knight knock knot knowledge koala korea lab label labor labour lace
ladder lady lake lamb lamp land landlady landlord landscape lane language laptop largely laser laugh launch laundry
law lawn lawyer lay lazy lead leader leading leads leaf league lean leap leather leaves lecture leg legend legs lemon
lemonade lend length lesson letter lettuce liberal liberty library lick lid lie life lifestyle lift light lightning
limb limit linger lion lip lips lipstick liquid literature litre lively liver lizard load loan lobster local locate
locker logic london lonely loose lord lose loss lottery loud lounge love lovely lover loyal lucky luggage lump lunch
lung luxury machine mad magazine magic mail majority male mall man mango mankind manner manual manufacture map maple
marathon marble march marker marriage married mask mass massage massive master maths mattress maturity maximum may
mayor meadow meal measure meat mechanic medal media medical medicine meet melody melon melt member memorable memorial
mental merchant mercy mere merit mermaid merry mess metal meter method mexico middle midnight mild mile military milk
million miner mineral minister minority mint minus miracle mirror miserable misery miss mission mistake mixer mixture
mob mobile model moderate modern modest moist moisture mole mom monday money monkey monster monument mood moon moral
morning mosquito moth mother motion motive motor motorcycle mount mountain mourn mouse mouth mouthwash movie movies
mud mug multiple murder muscle museum mushroom music musician mustard mutual mystery myth nail naked nap napkin narrow
nasty nation native nature naughty neat necessity neck necklace needle neglect negotiate neighbor nephew nervous nest
netflix network neutral newspaper nicest night nightmare nine noble nod noise nonsense noodles north nose notion novel
november nuclear numerous nurse nursery nut nuts obese obey object objection obligation oblige observe obstacle obtain
occasion occupy occur ocean october octopus odd offend offense offer office officer official oil olive olympics
omelette onion opera opponent opportunity oppose opposite optimist oral orange orchestra ordinary organ organic
organise organize origin orphan ostrich outcome outfit outside oven overcome overnight overseas overwhelm owe owl
owner ox oyster pace pack package paddle pain paint painting pair palace pan panic pants paper paperback parade
paradise parcel pardon parent parents paris park parking parrot participate particle partner party passenger passion
passive passport pasta pastor pastry path patience patient patrol pause pavement paw pay peace peach peak peanut pear
peasant pebble peculiar pedestrian peer pen penalty pencil penguin penny pension pepper perceive percent perfect
perform perfume permanent permit persist personal personality persuade pet phase phenomenon philosophy phone photo
photograph photographer phrase physical physics piano pickle picnic picture pie pig pigeon pile pill pillow pilot
pimple pin pinch pine pineapple pink pirate pistol pitch pity pizza plague plain plane planet plant plasma plastic
plate play player playground playing playlist plead pleasure pledge plot plow plum plumber plunge pocket podcast poem
poet poison poker polar pole police polish polite political politics polls pond pony pool poor pop popcorn population
porch pork portion portrait possess possession poster potato potential pottery pound pour poverty powder practical
practice praise pray prayer preach precious precise predict predicts prefer pregnant premier prepare presence preserve
president press pressure pretend prevent prey price prices pride priest primary primitive prince princess principal
principle printer prison private privilege prize procedure proceed produce professor profile profit progress prohibit
project prom prominent promise promote proof property proposal prosper protect protest proud prove provide province
provoke psychology pub public publish pulse pump pumpkin punch punish pupil puppet puppy purchase pure purple purse
pursue push puzzle pyramid quality quantity quarrel quarter queen queue quiz quote rabbit raccoon race racing racism
radio rage raid rail rain raincoat rainy raise range rapid rare rash raspberry rat rate ratio raw razor reach react
realise realize rear rebel recall receive recipe recognise recognize recommend record recover red reduce refer reflect
refrigerator refund refuse regard region register regret regular reject relate relationship relative relax release
relief religion rely remain remark remarkable remedy remind remote remove rent repair repeat replace reply report
represent reptile reputation request require rescue resemble reserve reside resign resist resolve resort respect
respond responsible rest restaurant restore restrict restroom result retain retire retirement retreat reveal revenge
revolution reward rhyme rhythm rib ribbon rice rich richest rid ride ridiculous rifle ring rings rip rise risk rival
river road rob robbery robot rock rod role roll romance romantic roof room rooster root rope rose rotate rotten rough
round route routine row royal rubber rude rug rugby ruin rumor rumour run runner running rural rush russia russian
sacred sacrifice sad sadness sail sailor saint sake salad salary sale salmon salt sample sand sandals sandwich
satellite satisfy saturday sauce sausage savage save scale scan scandal scarce scared scarf scary scatter scene
schedule scheme scholar school science scissors scooter score scout scrap scratch scream screen screw sculpture sea
seafood seal seasick season seat secret seek seize seldom select selfie selfish senate senior sensation sensible
sensitive sentence separate september sequence serve service session settle seven severe sew sewing sex shade shadow
shake shallow shame shampoo shape share shark shave shed sheep shelf shell shelter shield shift shine ship shirt shock
shoe shoes shoot shop shopping shore shortage shorts shoulder shout shower shrink shrug shut shy sibling sick sight
sign signal significant silence silent silk silly silver sin sincere sing singer sink sister site six size skate ski
skiing skill skin skirt skull sky slap slave sleep slice slide slight slim slipper slope slow smart smartest
smartphone smash smell smile smoke smooth smoothly snack snail snake sneeze snow snowboard snowman soak soap soccer
social society sock socks soda sofa soft soil solar soldier sole solid solution solve son song songs sophisticated
sore sorrow soul soup sour source south space spain spaniard spanish spare spark spectacular speech speed spell spend
sphere spicy spider spill spin spinach spirit spiritual spit splendid split spoil sponsor spoon sport sports spot
spray spread spreadsheet spreadsheets spring square squeeze squirrel stable stadium staff stage stain stains stair
stamp stand standard star stars starve state station statue status steady steak steal steam steep stem stew sticky
stiff sting stir stitch stocks stole stomach stone stool storage store storm stove stranger strategy straw strawberry
stream street strength stress stretch strict strike string strip stripe strive stroke strong struggle stubborn student
studies studio study substance subway succeed success sudden suffer sufficient sugar suicide suit suitcase suite
summer summit sun sunday sunglasses sunny sunrise sunset superhero superior supermarket supper supply support surf
surface surge surgery surname surprise surrender surround survey survive sushi suspect suspend swallow swan swap swear
sweat sweater sweden sweep sweet swift swim swimmer swimming swing switch sword symbol sympathy symptom syrup system
table tablet tackle tail tailor tale talent talented tall tallest tan tape target task taste tattoo tax taxi tea team
tears tease technique tedious teen teenager teeth television temper temperature temple tempt ten tenant tendency
tender tennis tension tent terrible terrific territory terror text theater theatre theme theory therapy thick thief
thigh thin thirsty thread threat threaten three thrill thrive throat throne throw thumb thunder thursday thus ticket
tickets tide tidy tie tier tiger tight tights tiktok till timber tin tinder tipping tired tissue title toast tobacco
toe toilet tolerate tomato ton tone tongue tool tooth toothbrush topic torch toss touch tough tour tourism tourist
towel tower town toy toys trace track tractor trade tradition traffic tragedy trail trailer train trainers training
transfer transform translate transmit transport trap travel treasure treat tree trees tremble tremendous trend trial
tribe tribute trick trigger trip troop tropical trouble trousers truck trumpet trust truth tsunami tube tuesday tuna
tune tunnel turkey turtle tutor tv twin twins twist twitter two type typhoon tyre ugly ultimate umbrella uncle undergo
undertake underwear unemployed unhappy unicorn uniform union unique unit unite universal universe university unknown
unusual update upgrade upper upset urban urge urine usa usage utility utter vacant vacation vacuum vague vain
valentine valid valley valuable value vampire vanilla vanish variety vase vast vegan vegetable vegetables vegetarian
veil vein venture verb verse version vessel vet victim victory video village villain vinegar violate violence violent
violin virtue virus visa visible vision vital vitamin vivid voice volcano volleyball volume volunteer vomit vote
voyage vulnerable wage wages waist waiter waitress wake walk wall wallet wander war warm warn warning warrant warrior
wash wasp waste water weak wealth wealthy weapon weather weave wedding wednesday weed weekday weekend weight welfare
west wet whale wheel wheels whisky whisper whistle white wide widow width wife wifi wig wild willing win wind window
windows wine wing winner winter wipe wipes wisdom wise witch witness wizard wolf woman women won wood wool workbench
workout workspace world worm worried worship worthy wound wrap wreck wrestling wrinkle wrist write writer yacht yard
yawn yell yellow yield yoga yoghurt yogurt young youth youtube youtuber zebra zero zip zodiac zone zoo
`
  .trim()
  .split(/\s+/);
