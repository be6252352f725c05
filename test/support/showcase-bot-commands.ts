import {
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  type InteractionReplyOptions,
  type RESTPostAPIApplicationCommandsJSONBody,
  TextInputStyle,
} from "discord.js";

/** Text that would run as a script if anything of it were taken for HTML. */
export const HOSTILE = `"><img src=x onerror="document.title='broken'">`;

/** What the showcase bot's autocomplete has to offer. */
export const FRUITS = ["Apple", "Apricot", "Banana", "Blackberry", "Blueberry", "Cherry", HOSTILE];

/** Commands of every kind that the page has to draw. */
export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    name: "fruit",
    description: "Show a fruit",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "name",
        description: "Which fruit",
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.User,
        name: "for",
        description: "For whom",
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "ripe",
        description: "Whether it is ripe",
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: "pieces",
        description: "How many",
        min_value: 1,
        max_value: 9,
      },
    ],
  },
  {
    name: "echo",
    description: "Say something back, to you alone",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "text",
        description: "What to say",
        required: true,
      },
    ],
  },
  { name: "card", description: "An embed with all parts, buttons and a menu" },
  { name: "hostile", description: "A message full of hostile text" },
  { name: "form", description: "Open a modal" },
  { name: "file", description: "Send a file" },
  { name: "slow", description: "Think first, then answer" },
  { name: "invalid", description: "Answer with more than Discord allows" },
  { name: "silent", description: "Never answer" },
  {
    name: "basket",
    description: "Things with baskets",
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: "fill",
        description: "Fill a basket",
        options: [
          {
            type: ApplicationCommandOptionType.Attachment,
            name: "with",
            description: "A file",
            required: true,
          },
        ],
      },
    ],
  },
  { name: "Count words", type: ApplicationCommandType.Message },
];

/** An embed with all parts, every kind of button and a menu. */
export const CARD: InteractionReplyOptions = {
  embeds: [
    {
      author: { name: "A fixture" },
      title: "All parts of an embed",
      url: "https://docs.kernel.org/rust/",
      description:
        "**Bold**, *italic*, `code`, [a link](https://docs.kernel.org/rust/), ||hidden||\n- one\n- two\n```rust\nfn main() {}\n```",
      color: 0xb7410e,
      fields: [
        { name: "Left", value: "1", inline: true },
        { name: "Middle", value: "2", inline: true },
        { name: "Right", value: "3", inline: true },
        { name: "Wide", value: "<t:1670716800:D>" },
      ],
      footer: { text: "the end" },
    },
  ],
  components: [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Primary,
          label: "Primary",
          custom_id: "press:primary",
        },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          label: "Secondary",
          custom_id: "press:secondary",
        },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Success,
          label: "Success",
          custom_id: "press:success",
        },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Danger,
          label: "Danger",
          custom_id: "press:danger",
        },
        {
          type: ComponentType.Button,
          style: ButtonStyle.Link,
          label: "Link",
          url: "https://docs.kernel.org/",
        },
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Primary,
          label: "Disabled",
          custom_id: "press:disabled",
          disabled: true,
        },
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: "choose",
          placeholder: "Choose a size",
          options: [
            { label: "Small", value: "small", description: "One hand" },
            { label: "Large", value: "large", description: "Both hands" },
          ],
        },
      ],
    },
  ],
};

/** A modal with every kind of text input and a menu. */
export const FORM: APIModalInteractionResponseCallbackData = {
  custom_id: "form",
  title: "A form",
  components: [
    {
      type: ComponentType.Label,
      label: "Name",
      description: "3 to 20 characters",
      component: {
        type: ComponentType.TextInput,
        custom_id: "name",
        style: TextInputStyle.Short,
        min_length: 3,
        max_length: 20,
        required: true,
      },
    },
    {
      type: ComponentType.Label,
      label: "Notes",
      component: {
        type: ComponentType.TextInput,
        custom_id: "notes",
        style: TextInputStyle.Paragraph,
        required: false,
        value: "prefilled",
      },
    },
    {
      type: ComponentType.Label,
      label: "Size",
      component: {
        type: ComponentType.StringSelect,
        custom_id: "size",
        placeholder: "Choose a size",
        options: [
          { label: "Small", value: "small" },
          { label: "Large", value: "large" },
        ],
      },
    },
  ],
};
