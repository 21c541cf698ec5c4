// The codeframe that the own words of the answered consultation are coded with.
import type { CodeTexts } from "#app/analysis/code.ts";
import type { Text } from "#app/shared/languages.ts";
import { text } from "./text.ts";

type Planned = { texts: CodeTexts; under?: readonly Planned[] };

const code = (name: Text, definition: Text, more: Partial<CodeTexts> = {}, under: readonly Planned[] = []): Planned => ({
  texts: { name, definition, include: {}, exclude: {}, example: {}, isCrossCutting: false, isEquality: false, ...more },
  under,
});

export const greenFrame = { name: text("The green and the pond", "Y maes a’r pwll", "سبزہ زار اور تالاب"), questionIds: ["fence", "change"] };

export const greenCodes: readonly Planned[] = [
  code(
    text("Safety at the water", "Diogelwch wrth y dŵr", "پانی کے پاس حفاظت"),
    text("What would or would not keep people safe at the pond.", "Beth fyddai neu na fyddai’n cadw pobl yn ddiogel wrth y pwll.", "تالاب کے پاس لوگ کس چیز سے محفوظ رہیں گے یا نہیں رہیں گے۔"),
    {},
    [
      code(
        text("Children come first", "Plant sy’n dod gyntaf", "بچے سب سے پہلے"),
        text("A child’s safety outweighs everything else.", "Mae diogelwch plentyn yn bwysicach na dim arall.", "بچے کی حفاظت ہر چیز سے بڑھ کر ہے۔"),
        {
          include: text("Speaks of small children or grandchildren of one’s own.", "Yn sôn am blant bach neu wyrion eich hun.", "اپنے چھوٹے بچوں یا پوتے پوتیوں، نواسے نواسیوں کا ذکر۔"),
          isEquality: true,
        },
      ),
      code(
        text("A fence does not help", "Nid yw ffens yn helpu", "باڑ سے فائدہ نہیں"),
        text("A fence would be climbed, would hide somebody in trouble, or would not be kept up.", "Byddai ffens yn cael ei dringo, yn cuddio rhywun mewn trafferth, neu ni fyddai’n cael ei chynnal.", "باڑ پر لوگ چڑھیں گے، مشکل میں پھنسا شخص نظر نہیں آئے گا، یا باڑ کی دیکھ بھال نہیں ہو گی۔"),
        {
          exclude: text("How a fence looks: “Looks and the view”.", "Sut mae ffens yn edrych: “Golwg a golygfa”.", "باڑ کیسی لگے گی: “شکل اور منظر”۔"),
          example: text("Any lad of ten is over it in a minute.", "Byddai unrhyw fachgen deg oed drosti mewn munud.", "دس سال کا کوئی بھی لڑکا ایک منٹ میں پھلانگ جائے گا۔"),
        },
      ),
      code(
        text("Another way", "Ffordd arall", "کوئی اور طریقہ"),
        text("Asks for something other than a fence as proposed.", "Yn gofyn am rywbeth heblaw’r ffens a gynigiwyd.", "تجویز کردہ باڑ کے بجائے کچھ اور مانگا ہے۔"),
        {},
        [
          code(
            text("A shallow edge", "Ymyl fas", "کم گہرا کنارہ"),
            text("A shelf under the water along the bank.", "Silff o dan y dŵr ar hyd y lan.", "کنارے کے ساتھ پانی کے نیچے کم گہری پٹی۔"),
          ),
          code(
            text("Signs, lifebelts, cutting back", "Arwyddion, gwregysau achub, torri’n ôl", "تختیاں، لائف بیلٹ، کاٹ چھانٹ"),
            text("Things that warn, rescue, or let people see the water.", "Pethau sy’n rhybuddio, yn achub, neu’n gadael i bobl weld y dŵr.", "جو خبردار کریں، جان بچائیں، یا جن سے پانی نظر آئے۔"),
          ),
        ],
      ),
    ],
  ),
  code(
    text("The place itself", "Y lle ei hun", "جگہ خود"),
    text("What the green and the pond are to people.", "Beth yw’r maes a’r pwll i bobl.", "سبزہ زار اور تالاب لوگوں کے لیے کیا ہیں۔"),
    {},
    [
      code(
        text("Looks and the view", "Golwg a golygfa", "شکل اور منظر"),
        text("How it looks, or what can be seen from it.", "Sut mae’n edrych, neu beth a welir oddi yno.", "کیسا لگتا ہے، یا وہاں سے کیا نظر آتا ہے۔"),
      ),
      code(
        text("Animals and plants", "Anifeiliaid a phlanhigion", "جانور اور پودے"),
        text("Ducks, bees, owls, trees, long grass.", "Hwyaid, gwenyn, tylluanod, coed, glaswellt hir.", "بطخیں، شہد کی مکھیاں، الو، درخت، لمبی گھاس۔"),
      ),
      code(
        text("Somewhere to sit, meet and play", "Rhywle i eistedd, cwrdd a chwarae", "بیٹھنے، ملنے اور کھیلنے کی جگہ"),
        text("Benches, games, what people do on the green.", "Meinciau, gemau, yr hyn y mae pobl yn ei wneud ar y maes.", "بنچ، کھیل، اور سبزہ زار پر لوگ کیا کرتے ہیں۔"),
      ),
    ],
  ),
  code(
    text("Getting about", "Mynd o le i le", "آنا جانا"),
    text("Paths, mud, the lane beside the green.", "Llwybrau, mwd, y lôn wrth ymyl y maes.", "راستے، کیچڑ، سبزہ زار کے ساتھ والی گلی۔"),
    {},
    [
      code(
        text("Cannot get through", "Methu mynd drwodd", "گزر نہیں سکتے"),
        text("Somebody with a frame, a stick, a wheelchair or a pram cannot use the way.", "Ni all rhywun â ffrâm, ffon, cadair olwyn neu bram ddefnyddio’r ffordd.", "واکر، چھڑی، وہیل چیئر یا بچہ گاڑی والا راستہ استعمال نہیں کر سکتا۔"),
        { isEquality: true, example: text("I have not been past the gate on my sticks since autumn.", "Nid wyf wedi bod heibio’r glwyd ar fy ffyn ers yr hydref.", "میں خزاں سے اپنی چھڑیوں کے ساتھ پھاٹک سے آگے نہیں جا سکا۔") },
      ),
      code(text("Traffic", "Traffig", "ٹریفک"), text("Cars and the speed of them by the green.", "Ceir a’u cyflymder wrth y maes.", "سبزہ زار کے پاس گاڑیاں اور ان کی رفتار۔")),
    ],
  ),
  code(
    text("Who looks after it", "Pwy sy’n gofalu amdano", "دیکھ بھال کون کرے"),
    text("Upkeep, mowing, what it costs later on.", "Cynnal a chadw, torri glaswellt, beth mae’n ei gostio wedyn.", "دیکھ بھال، گھاس کاٹنا، بعد کا خرچ۔"),
    { isCrossCutting: true },
  ),
];
