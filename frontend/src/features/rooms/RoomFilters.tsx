import { Button, Group, SegmentedControl, Select, Switch, TextInput } from '@mantine/core'
import { IconArrowsSort, IconFilterOff, IconMapPin, IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTypedText } from '../../shared/useTypedText'
import { FilterMenu } from './FilterMenu'
import { incidentTypes, severities, statuses } from './room'
import { isNarrow, type Order, orders, type RoomFilter } from './roomFilter'
import classes from './RoomListPage.module.css'

interface Props {
  filter: RoomFilter
  /** Whether the rooms of others may be asked for. */
  maySeeAll: boolean
  onChange: (change: Partial<RoomFilter>) => void
  onClear: () => void
}

export function RoomFilters({ filter, maySeeAll, onChange, onClear }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useTypedText(filter.q, (q) => {
    onChange({ q })
  })
  const [location, setLocation] = useTypedText(filter.location, (where) => {
    onChange({ location: where })
  })
  return (
    <div role="search" className={classes.filters} aria-label={t('rooms.filters')}>
      <div className={classes.texts}>
        <TextInput
          type="search"
          className={classes.words}
          aria-label={t('rooms.search')}
          placeholder={t('rooms.searchPlaceholder')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value)
          }}
        />
        <TextInput
          type="search"
          className={classes.location}
          aria-label={t('rooms.filterLocation')}
          placeholder={t('rooms.filterLocation')}
          leftSection={<IconMapPin size={18} aria-hidden />}
          value={location}
          onChange={(event) => {
            setLocation(event.currentTarget.value)
          }}
        />
      </div>
      <SegmentedControl
        aria-label={t('rooms.filterStatus')}
        value={filter.status ?? 'all'}
        onChange={(value) => {
          onChange({ status: statuses.find((each) => each === value) ?? null })
        }}
        data={[
          { value: 'all', label: t('rooms.all') },
          ...statuses.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
      />
      <FilterMenu
        label={t('severity.label')}
        options={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
        value={filter.severities}
        onChange={(chosen) => {
          onChange({ severities: chosen })
        }}
      />
      <FilterMenu
        label={t('incidentType.label')}
        options={incidentTypes.map((value) => ({ value, label: t(`incidentType.${value}`) }))}
        value={filter.types}
        onChange={(types) => {
          onChange({ types })
        }}
      />
      {isNarrow(filter) && (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} aria-hidden />} onClick={onClear}>
          {t('rooms.clearFilter')}
        </Button>
      )}
      <Group gap="md" ml="auto">
        {maySeeAll && (
          <Switch
            size="md"
            label={t('rooms.everyones')}
            checked={filter.everyones}
            onChange={(event) => {
              onChange({ everyones: event.currentTarget.checked })
            }}
          />
        )}
        <Select
          w={210}
          aria-label={t('rooms.order')}
          leftSection={<IconArrowsSort size={18} aria-hidden />}
          allowDeselect={false}
          data={(Object.keys(orders) as Order[]).map((value) => ({ value, label: t(`rooms.orders.${value}`) }))}
          value={filter.order}
          onChange={(value) => {
            onChange({ order: value ?? 'active' })
          }}
        />
      </Group>
    </div>
  )
}
