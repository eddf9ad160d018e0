// Slack's emoji names and what to show for them. A name that isn't here is shown as :name:.

const TABLE = `
seedling 🌱|herb 🌿|four_leaf_clover 🍀|shamrock ☘️|evergreen_tree 🌲|deciduous_tree 🌳|palm_tree 🌴|cactus 🌵
potted_plant 🪴|leaves 🍃|fallen_leaf 🍂|maple_leaf 🍁|blossom 🌼|sunflower 🌻|tulip 🌷|rose 🌹|cherry_blossom 🌸|bouquet 💐|mushroom 🍄
tada 🎉|confetti_ball 🎊|balloon 🎈|gift 🎁|birthday 🎂|trophy 🏆|medal 🏅|sports_medal 🏅|first_place_medal 🥇|dart 🎯
clap 👏|raised_hands 🙌|pray 🙏|handshake 🤝|muscle 💪|wave 👋|ok_hand 👌|point_up ☝️|point_right 👉|point_left 👈|point_down 👇|crossed_fingers 🤞|v ✌️|raised_hand ✋|hand ✋|fist ✊|punch 👊|facepunch 👊|writing_hand ✍️|open_hands 👐|palms_up_together 🤲|heart_hands 🫶|saluting_face 🫡
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎
heart ❤️|orange_heart 🧡|yellow_heart 💛|green_heart 💚|blue_heart 💙|purple_heart 💜|black_heart 🖤|white_heart 🤍|sparkling_heart 💖|two_hearts 💕|heartpulse 💗|broken_heart 💔
rocket 🚀|star ⭐|star2 🌟|sparkles ✨|dizzy 💫|boom 💥|collision 💥|fire 🔥|zap ⚡|rainbow 🌈|sunny ☀️|sun_with_face 🌞|cloud ☁️|umbrella ☔|snowflake ❄️|snowman ⛄|ocean 🌊|droplet 💧|crescent_moon 🌙|earth_africa 🌍|earth_americas 🌎|earth_asia 🌏
eyes 👀|bulb 💡|speech_balloon 💬|thought_balloon 💭|left_speech_bubble 🗨️|calendar 📆|date 📅|spiral_calendar_pad 🗓️|clock9 🕘|alarm_clock ⏰|stopwatch ⏱️|hourglass ⌛|hourglass_flowing_sand ⏳|bell 🔔|no_bell 🔕|mega 📣|loudspeaker 📢
white_check_mark ✅|heavy_check_mark ✔️|ballot_box_with_check ☑️|x ❌|no_entry ⛔|no_entry_sign 🚫|warning ⚠️|exclamation ❗|question ❓|information_source ℹ️|heavy_plus_sign ➕|heavy_minus_sign ➖|100 💯|recycle ♻️|repeat 🔁|arrows_counterclockwise 🔄|arrow_right ➡️|arrow_left ⬅️|arrow_up ⬆️|arrow_down ⬇️|arrow_forward ▶️
hammer_and_wrench 🛠️|wrench 🔧|hammer 🔨|gear ⚙️|toolbox 🧰|books 📚|book 📖|closed_book 📕|green_book 📗|notebook 📓|memo 📝|pencil 📝|pencil2 ✏️|clipboard 📋|pushpin 📌|paperclip 📎|link 🔗|mag 🔍|microscope 🔬|test_tube 🧪|alembic ⚗️|bar_chart 📊|chart_with_upwards_trend 📈|chart_with_downwards_trend 📉|file_folder 📁|open_file_folder 📂|card_index_dividers 🗂️|wastebasket 🗑️|lock 🔒|unlock 🔓|key 🔑|label 🏷️|package 📦|envelope ✉️|email 📧|inbox_tray 📥|outbox_tray 📤|mailbox 📫|newspaper 📰|scroll 📜
globe_with_meridians 🌐|computer 💻|desktop_computer 🖥️|keyboard ⌨️|iphone 📱|telephone_receiver 📞|camera 📷|robot_face 🤖|satellite 🛰️|compass 🧭|world_map 🗺️|door 🚪|house 🏠|classical_building 🏛️|office 🏢|school 🏫|bridge_at_night 🌉|bike 🚲|train 🚆|bus 🚌
coffee ☕|tea 🍵|cake 🍰|cookie 🍪|apple 🍎|pizza 🍕|bread 🍞|honey_pot 🍯
smile 😄|smiley 😃|grinning 😀|slightly_smiling_face 🙂|blush 😊|wink 😉|joy 😂|rolling_on_the_floor_laughing 🤣|laughing 😆|sweat_smile 😅|heart_eyes 😍|star-struck 🤩|sunglasses 😎|thinking_face 🤔|thinking 🤔|hugging_face 🤗|partying_face 🥳|cry 😢|sob 😭|disappointed 😞|confused 😕|open_mouth 😮|astonished 😲|exploding_head 🤯|relieved 😌|sleeping 😴|neutral_face 😐|upside_down_face 🙃|face_with_monocle 🧐|nerd_face 🤓|shrug 🤷|facepalm 🤦|see_no_evil 🙈|bow 🙇|technologist 🧑‍💻|busts_in_silhouette 👥|bust_in_silhouette 👤|speaking_head_in_silhouette 🗣️|family 👪|dancer 💃|runner 🏃|walking 🚶
butterfly 🦋|bee 🐝|ladybug 🐞|ant 🐜|snail 🐌|turtle 🐢|hatching_chick 🐣|bird 🐦|owl 🦉|dog 🐶|cat 🐱|unicorn_face 🦄|footprints 👣|feet 🐾
art 🎨|musical_note 🎵|notes 🎶|game_die 🎲|jigsaw 🧩|puzzle_piece 🧩|crystal_ball 🔮|gem 💎|ladder 🪜|brick 🧱|flag-se 🇸🇪|flag-gb 🇬🇧|gb 🇬🇧|uk 🇬🇧|flag-eu 🇪🇺|checkered_flag 🏁|triangular_flag_on_post 🚩|waving_white_flag 🏳️
one 1️⃣|two 2️⃣|three 3️⃣|four 4️⃣|five 5️⃣|six 6️⃣|seven 7️⃣|eight 8️⃣|nine 9️⃣|zero 0️⃣|keycap_ten 🔟
skin-tone-2 🏻|skin-tone-3 🏼|skin-tone-4 🏽|skin-tone-5 🏾|skin-tone-6 🏿
large_green_circle 🟢|large_yellow_circle 🟡|red_circle 🔴|large_blue_circle 🔵|white_circle ⚪|black_circle ⚫|green_square 🟩|small_blue_diamond 🔹|small_orange_diamond 🔸`;

export const EMOJI = new Map(
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const gap = entry.indexOf(" ");
      return [entry.slice(0, gap), entry.slice(gap + 1)];
    }),
);

const TONES = ["🏻", "🏼", "🏽", "🏾", "🏿"];

/** What the picker offers first: ways to say well done, and the bot's own seedling. */
export const COMMON = (
  "seedling tada clap heart raised_hands rocket star2 sparkles muscle eyes wave white_check_mark " +
  "bulb speech_balloon herb four_leaf_clover hammer_and_wrench books recycle handshake fire 100 pray smile"
).split(" ");

export const TONED = ["+1", "clap"];

/** `+1::skin-tone-3` → 👍🏼; an unknown name → null. */
export function unicodeOf(name) {
  const [base, tone] = name.split("::skin-tone-");
  const shown = EMOJI.get(base);
  if (!shown) return null;
  const modifier = TONES[Number(tone) - 2];
  return modifier ? shown.replace("\uFE0F", "") + modifier : shown;
}

/** Every :name: in a text that must stay plain (an option, a title) as its emoji. */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g, (whole, name) => unicodeOf(name) || whole);
}
