// Terms of reference of the bodies of the Tolbridge Partnership, by the last part of their address.
import type { Text } from "#app/shared/languages.ts";

export const terms: Readonly<Record<string, Text>> = {
  partnership: {
    en: "Every partner has one seat and one vote.\n\nThe full partnership agrees the strategy and its priorities, decides what the board may decide for it, and may take any of that back.\n\nWhat is not agreed on the board, and what one of its members has stopped, comes here. What is decided here is final.\n\nAnybody may come and watch. Papers go out five clear working days before.",
    cy: "Mae gan bob partner un sedd ac un bleidlais.\n\nMae’r bartneriaeth lawn yn cytuno ar y strategaeth a’i blaenoriaethau, yn penderfynu beth y caiff y bwrdd ei benderfynu ar ei rhan, a chaiff gymryd unrhyw ran o hynny’n ôl.\n\nDaw’r hyn na chytunir arno ar y bwrdd, a’r hyn y mae un o’i aelodau wedi’i atal, yma. Mae’r hyn a benderfynir yma’n derfynol.\n\nCaiff unrhyw un ddod i wylio. Anfonir papurau bum niwrnod gwaith clir ymlaen llaw.",
    ur: "ہر شراکت دار کی ایک نشست اور ایک ووٹ ہے۔\n\nمکمل شراکت حکمتِ عملی اور اس کی ترجیحات پر اتفاق کرتی ہے، طے کرتی ہے کہ بورڈ اس کی طرف سے کیا فیصلہ کر سکتا ہے، اور اس میں سے کچھ بھی واپس لے سکتی ہے۔\n\nجس بات پر بورڈ میں اتفاق نہ ہو، اور جسے اس کے کسی رکن نے روکا ہو، وہ یہاں آتی ہے۔ یہاں جو فیصلہ ہو وہ آخری ہے۔\n\nکوئی بھی آ کر دیکھ سکتا ہے۔ کاغذات پانچ پورے کام کے دن پہلے بھیجے جاتے ہیں۔",
  },
  board: {
    en: "The board acts for the full partnership within what is written in the register of delegations and in nothing else.\n\nAny partner may attend and speak. Those who hold a seat vote.\n\nWhat is not agreed by everybody goes back to the full partnership. Any member may stop an action they cannot accept, saying why; it then goes to the full partnership too.\n\nPapers go to every partner five clear working days before. Nothing is decided under any other business.\n\nWhoever has an interest in an item says so and steps aside.",
    cy: "Mae’r bwrdd yn gweithredu ar ran y bartneriaeth lawn o fewn yr hyn sydd yn y gofrestr ddirprwyaethau a dim arall.\n\nCaiff unrhyw bartner ddod a siarad. Y rhai sydd â sedd sy’n pleidleisio.\n\nBydd yr hyn na chytunir arno gan bawb yn mynd yn ôl i’r bartneriaeth lawn. Caiff unrhyw aelod atal cam na all ei dderbyn, gan ddweud pam; bydd hwnnw hefyd yn mynd i’r bartneriaeth lawn.\n\nBydd papurau’n mynd at bob partner bum niwrnod gwaith clir ymlaen llaw. Ni phenderfynir dim o dan unrhyw fater arall.\n\nBydd pwy bynnag sydd â buddiant mewn eitem yn dweud hynny ac yn camu o’r neilltu.",
    ur: "بورڈ مکمل شراکت کی طرف سے صرف اُن معاملات میں کام کرتا ہے جو تفویض کے رجسٹر میں لکھے ہیں۔\n\nکوئی بھی شراکت دار آ سکتا اور بول سکتا ہے۔ ووٹ وہ دیتے ہیں جن کے پاس نشست ہے۔\n\nجس بات پر سب متفق نہ ہوں وہ مکمل شراکت کے پاس واپس جاتی ہے۔ کوئی بھی رکن وجہ بتا کر ایسا قدم روک سکتا ہے جسے وہ قبول نہ کر سکے؛ وہ معاملہ بھی مکمل شراکت کے پاس جاتا ہے۔\n\nکاغذات ہر شراکت دار کو پانچ پورے کام کے دن پہلے بھیجے جاتے ہیں۔ دیگر امور کے تحت کوئی فیصلہ نہیں ہوتا۔\n\nجس کا کسی معاملے میں مفاد ہو وہ بتاتا ہے اور الگ ہو جاتا ہے۔",
  },
  "management-group": {
    en: "Officers of the partners who put most money and staff in. They write the papers for the board, and see to what it decides.\n\nThe group decides nothing itself. What it talked about is reported at the next meeting of the board.",
    cy: "Swyddogion y partneriaid sy’n rhoi’r mwyaf o arian a staff. Nhw sy’n ysgrifennu’r papurau i’r bwrdd, ac yn gofalu am yr hyn y mae’n ei benderfynu.\n\nNid yw’r grŵp yn penderfynu dim ei hun. Adroddir yr hyn y bu’n ei drafod yng nghyfarfod nesaf y bwrdd.",
    ur: "اُن شراکت داروں کے افسران جو سب سے زیادہ رقم اور عملہ دیتے ہیں۔ وہ بورڈ کے لیے کاغذات لکھتے ہیں اور اس کے فیصلوں پر عمل کراتے ہیں۔\n\nگروپ خود کوئی فیصلہ نہیں کرتا۔ جس پر بات ہوئی وہ بورڈ کے اگلے اجلاس میں بتایا جاتا ہے۔",
  },
  "health-and-care": {
    en: "The group follows how well people in Tolbridge are, and advises the board on surgeries, care at home and carers.\n\nFour of its nine seats are for voluntary and community groups. It looks after the contract of the Millbrook Centre Trust and hears from the trust at each meeting.",
    cy: "Mae’r grŵp yn dilyn pa mor iach yw pobl Tolbridge, ac yn cynghori’r bwrdd ar feddygfeydd, gofal gartref a gofalwyr.\n\nMae pedair o’i naw sedd ar gyfer grwpiau gwirfoddol a chymunedol. Mae’n gofalu am gontract Ymddiriedolaeth Canolfan Millbrook ac yn clywed gan yr ymddiriedolaeth ym mhob cyfarfod.",
    ur: "گروپ دیکھتا ہے کہ ٹول برج کے لوگ کتنے تندرست ہیں، اور سرجریوں، گھر پر نگہداشت اور نگہداشت کرنے والوں کے بارے میں بورڈ کو مشورہ دیتا ہے۔\n\nاس کی نو نشستوں میں سے چار رضاکارانہ اور مقامی گروپوں کے لیے ہیں۔ یہ مِل بروک سینٹر ٹرسٹ کے معاہدے کی نگرانی کرتا ہے اور ہر اجلاس میں ٹرسٹ سے احوال سنتا ہے۔",
  },
  "safer-tolbridge": {
    en: "The group carries out sections 5 and 6 of the Crime and Disorder Act 1998 for the district: it looks each year at crime, fire and road safety, and writes what partners will do about them.\n\nThe council, the police, the fire service and health must take part. Residents and community groups sit beside them.",
    cy: "Mae’r grŵp yn cyflawni adrannau 5 a 6 o Ddeddf Trosedd ac Anhrefn 1998 dros y dosbarth: mae’n edrych bob blwyddyn ar drosedd, tân a diogelwch ffyrdd, ac yn ysgrifennu beth y bydd partneriaid yn ei wneud amdanynt.\n\nRhaid i’r cyngor, yr heddlu, y gwasanaeth tân ac iechyd gymryd rhan. Mae trigolion a grwpiau cymunedol yn eistedd wrth eu hochr.",
    ur: "گروپ ضلع کے لیے کرائم اینڈ ڈس آرڈر ایکٹ 1998 کی دفعات 5 اور 6 پر عمل کرتا ہے: ہر سال جرائم، آگ اور سڑکوں کی حفاظت کا جائزہ لیتا ہے اور لکھتا ہے کہ شراکت دار ان کے بارے میں کیا کریں گے۔\n\nکونسل، پولیس، فائر سروس اور صحت کا حصہ لینا لازم ہے۔ مکین اور مقامی گروپ اُن کے ساتھ بیٹھتے ہیں۔",
  },
  "skills-and-work": {
    en: "The group brings together those who teach, those who employ and those who look for work.\n\nIt advises the board on learning and jobs, and keeps in mind what adults need who left school long ago.",
    cy: "Mae’r grŵp yn dod â’r rhai sy’n addysgu, y rhai sy’n cyflogi a’r rhai sy’n chwilio am waith at ei gilydd.\n\nMae’n cynghori’r bwrdd ar ddysgu a swyddi, ac yn cadw mewn cof yr hyn sydd ei angen ar oedolion a adawodd yr ysgol ers talwm.",
    ur: "گروپ پڑھانے والوں، ملازمت دینے والوں اور کام تلاش کرنے والوں کو اکٹھا کرتا ہے۔\n\nیہ تعلیم اور روزگار پر بورڈ کو مشورہ دیتا ہے، اور اُن بالغوں کی ضرورتیں ذہن میں رکھتا ہے جنھوں نے بہت پہلے اسکول چھوڑا تھا۔",
  },
  "children-and-young-people": {
    en: "Four of the eight seats are for groups of the network, who send people under 25. They choose two of the questions at every meeting.\n\nThe group meets after school, and its papers are no longer than two pages.",
    cy: "Mae pedair o’r wyth sedd ar gyfer grwpiau’r rhwydwaith, sy’n anfon pobl o dan 25 oed. Nhw sy’n dewis dau o’r cwestiynau ym mhob cyfarfod.\n\nMae’r grŵp yn cyfarfod ar ôl ysgol, ac nid yw ei bapurau’n hwy na dwy dudalen.",
    ur: "آٹھ میں سے چار نشستیں نیٹ ورک کے گروپوں کے لیے ہیں، جو 25 سال سے کم عمر کے لوگ بھیجتے ہیں۔ ہر اجلاس کے دو سوال وہی چنتے ہیں۔\n\nگروپ اسکول کے بعد ملتا ہے، اور اس کے کاغذات دو صفحوں سے زیادہ نہیں ہوتے۔",
  },
  "millbrook-forum": {
    en: "Anybody who lives, works or goes to school in Millbrook may come and speak. A committee of five residents, elected in the spring, sets the dates and writes down what was asked.\n\nThe forum advises the full partnership. What it asks for is answered in writing before it meets again.",
    cy: "Caiff unrhyw un sy’n byw, yn gweithio neu’n mynd i’r ysgol yn Millbrook ddod i siarad. Mae pwyllgor o bum preswylydd, a etholir yn y gwanwyn, yn pennu’r dyddiadau ac yn nodi’r hyn a ofynnwyd.\n\nMae’r fforwm yn cynghori’r bartneriaeth lawn. Atebir yn ysgrifenedig yr hyn y mae’n gofyn amdano cyn iddo gyfarfod eto.",
    ur: "مِل بروک میں رہنے، کام کرنے یا اسکول جانے والا کوئی بھی شخص آ کر بول سکتا ہے۔ پانچ مکینوں کی کمیٹی، جو بہار میں منتخب ہوتی ہے، تاریخیں طے کرتی اور لکھتی ہے کہ کیا پوچھا گیا۔\n\nفورم مکمل شراکت کو مشورہ دیتا ہے۔ وہ جو مانگے اس کا تحریری جواب اگلے اجلاس سے پہلے دیا جاتا ہے۔",
  },
  "flood-task-group": {
    en: "The group finds out why Ford Lane, Mill Lane and the lower end of Craswick flood, asks those who live there, and says what each partner should do and what it would cost.\n\nIt reports to the board by next June and ends with its report.",
    cy: "Mae’r grŵp yn canfod pam mae Ford Lane, Mill Lane a phen isaf Craswick yn gorlifo, yn holi’r rhai sy’n byw yno, ac yn dweud beth y dylai pob partner ei wneud a beth fyddai’r gost.\n\nMae’n adrodd i’r bwrdd erbyn mis Mehefin nesaf ac yn dod i ben gyda’i adroddiad.",
    ur: "گروپ معلوم کرتا ہے کہ فورڈ لین، مِل لین اور کریسوِک کا نچلا حصہ کیوں ڈوبتا ہے، وہاں رہنے والوں سے پوچھتا ہے، اور بتاتا ہے کہ ہر شراکت دار کیا کرے اور اس پر کیا خرچ آئے گا۔\n\nیہ اگلے جون تک بورڈ کو رپورٹ دیتا ہے اور اپنی رپورٹ کے ساتھ ختم ہو جاتا ہے۔",
  },
  "community-network": {
    en: "Any voluntary or community group that works in the district may join, free of charge, and says each year that it still exists. Each group has one vote, given by its delegate or the deputy.\n\nThe network elects six members of the board and members of the groups, hears from them after every meeting, and may ask for one of them to be replaced.\n\nA core group of five prepares its meetings. It never speaks for the network without having asked it.",
    cy: "Caiff unrhyw grŵp gwirfoddol neu gymunedol sy’n gweithio yn y dosbarth ymuno, yn rhad ac am ddim, gan ddweud bob blwyddyn ei fod yn dal i fodoli. Mae gan bob grŵp un bleidlais, a roddir gan ei gynrychiolydd neu’r dirprwy.\n\nMae’r rhwydwaith yn ethol chwe aelod o’r bwrdd ac aelodau’r grwpiau, yn clywed ganddynt ar ôl pob cyfarfod, a chaiff ofyn i un ohonynt gael ei ddisodli.\n\nMae grŵp craidd o bump yn paratoi ei gyfarfodydd. Nid yw byth yn siarad dros y rhwydwaith heb fod wedi gofyn iddo.",
    ur: "ضلع میں کام کرنے والا کوئی بھی رضاکارانہ یا مقامی گروپ مفت شامل ہو سکتا ہے، اور ہر سال بتاتا ہے کہ وہ اب بھی قائم ہے۔ ہر گروپ کا ایک ووٹ ہے، جو اس کا نمائندہ یا نائب دیتا ہے۔\n\nنیٹ ورک بورڈ کے چھ ارکان اور گروپوں کے ارکان منتخب کرتا ہے، ہر اجلاس کے بعد اُن سے احوال سنتا ہے، اور اُن میں سے کسی کو بدلنے کا کہہ سکتا ہے۔\n\nپانچ افراد کا مرکزی گروپ اس کے اجلاسوں کی تیاری کرتا ہے۔ یہ نیٹ ورک سے پوچھے بغیر کبھی اس کی طرف سے نہیں بولتا۔",
  },
  "millbrook-centre-trust": {
    en: "The trust runs the nurse’s room and the advice desk, keeps the building open six days a week, and employs whoever works there.\n\nIts six trustees answer to the health and care group for what the contract pays for, and publish their accounts each year.",
    cy: "Mae’r ymddiriedolaeth yn rhedeg ystafell y nyrs a’r ddesg gyngor, yn cadw’r adeilad ar agor chwe diwrnod yr wythnos, ac yn cyflogi pwy bynnag sy’n gweithio yno.\n\nMae ei chwe ymddiriedolwr yn atebol i’r grŵp iechyd a gofal am yr hyn y mae’r contract yn talu amdano, ac yn cyhoeddi eu cyfrifon bob blwyddyn.",
    ur: "ٹرسٹ نرس کا کمرہ اور مشاورتی ڈیسک چلاتا ہے، عمارت کو ہفتے میں چھ دن کھلا رکھتا ہے، اور وہاں کام کرنے والوں کو ملازم رکھتا ہے۔\n\nاس کے چھ ٹرسٹی معاہدے کی رقم کے لیے صحت اور نگہداشت گروپ کو جواب دہ ہیں، اور ہر سال اپنے حسابات شائع کرتے ہیں۔",
  },
};
