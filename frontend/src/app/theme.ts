import {
  ActionIcon,
  Button,
  createTheme,
  type CSSVariablesResolver,
  Input,
  type MantineColorsTuple,
  Menu,
  SegmentedControl,
} from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#e6f4f7',
  '#cde7ec',
  '#9fd0da',
  '#6cb7c6',
  '#43a2b5',
  '#2a93a9',
  '#1b7f95',
  '#126b7f',
  '#0f5868',
  '#0b4451',
]

const slate: MantineColorsTuple = [
  '#e4ecef',
  '#c9d5da',
  '#a3b5bd',
  '#7b909a',
  '#3d5059',
  '#2a3941',
  '#1b272d',
  '#121b20',
  '#0e161a',
  '#0a1013',
]

/** 44 px: what a finger in a work glove can hit. */
const TOUCH = '2.75rem'

export const theme = createTheme({
  colors: { petrol, dark: slate },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif',
  headings: { fontWeight: '650' },
  components: {
    Button: Button.extend({ vars: () => ({ root: { '--button-height': TOUCH } }) }),
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle' },
      vars: () => ({ root: { '--ai-size': TOUCH } }),
    }),
    Input: Input.extend({ vars: () => ({ wrapper: { '--input-height': TOUCH, '--input-fz': '1rem' } }) }),
    SegmentedControl: SegmentedControl.extend({ classNames: { label: 'andon-segment' } }),
    // A menu may hold nothing without a role.
    MenuDivider: Menu.Divider.extend({ defaultProps: { role: 'separator' } }),
    // The first item has the focus, not something without a role before it.
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-end', withInitialFocusPlaceholder: false } }),
  },
})

/** Where Mantine's own shades are too faint to read, or too loud for a page that is open all day. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#16242b',
    '--mantine-color-dimmed': '#51636c',
    '--mantine-color-placeholder': '#62737c',
    '--mantine-color-error': '#b3231a',
  },
  dark: {
    '--mantine-color-body': '#162127',
    '--mantine-color-anchor': petrol[3],
    '--mantine-color-error': '#ff9d92',
    '--mantine-color-petrol-light': 'rgb(67 162 181 / 18%)',
    '--mantine-color-petrol-light-hover': 'rgb(67 162 181 / 26%)',
    '--mantine-color-petrol-light-color': petrol[2],
    '--mantine-color-red-light': '#3d1815',
    '--mantine-color-red-light-color': '#ffb9b1',
  },
})
