/** What a partner can be: the stored word and how it is shown. */
export const organisationKinds = [
  { value: 'council', label: 'Council' },
  { value: 'nhs', label: 'NHS' },
  { value: 'schools', label: 'School, college or a group of them' },
  { value: 'forum', label: 'Forum of parents, carers or young people' },
  { value: 'charity', label: 'Charity or community group' },
  { value: 'other', label: 'Something else' },
] as const;

export type OrganisationKind = (typeof organisationKinds)[number]['value'];

export const organisationKindValues = organisationKinds.map(kind => kind.value) as [OrganisationKind];

export function kindLabel(kind: string): string {
  return organisationKinds.find(each => each.value === kind)?.label ?? kind;
}
