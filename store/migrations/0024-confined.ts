import type { Migration } from './dialect.ts'

/**
 * What the policies of PostgreSQL ask: in which investigation whoever asks has a role that reads, and in which any at all. The functions
 * look at memberships as the house does, whatever the transaction is confined to. A store in a file has no such door.
 */
export const confinedRows: Migration = {
  name: '0024-confined',
  statements: (engine) => (engine === 'sqlite' ? [] : functions),
}

/** As `lasting` and `rolesOf` have it in the store's own queries. */
const hasRole = `exists (select from membership
  where investigation = current_setting('corroborate.investigation', true)
  and member = current_setting('corroborate.member', true)
  and (ends_at is null or ends_at > current_setting('corroborate.now', true) collate "C")`

/** Whoever keeps the machine ends runs that nobody else can end. What they are shown, the program decides. */
const isOperator = `current_setting('corroborate.member', true) = 'operator'`

/** A function may not carry a setting of ours with it unless a superuser makes it, so it sets it and puts it back. */
function asHouse(name: string, condition: string): string {
  return `create function ${name}() returns text language plpgsql stable set search_path from current as $$
    declare
      scope text := current_setting('corroborate.scope', true);
      found text;
    begin
      perform set_config('corroborate.scope', 'house', true);
      select current_setting('corroborate.investigation', true) into found where ${condition};
      perform set_config('corroborate.scope', coalesce(scope, ''), true);
      return found;
    end $$`
}

const functions = [
  asHouse(
    'corroborate_read',
    `${isOperator} or ${hasRole} and role in ('researcher', 'reviewer', 'legal-adviser', 'statistician', 'publisher', 'identity-custodian'))`,
  ),
  asHouse('corroborate_near', `${isOperator} or ${hasRole})`),
]

/**
 * Confines every table of an investigation, and every one of a ledger, that is not confined yet; also those of later steps, after which it
 * is run again. The owner of the tables is bound by it too.
 */
export const CONFINE_TABLES = `do $$
declare
  found record;
begin
  for found in
    select t.table_name as name,
      case when t.table_name = 'investigation' then 'id' else min(c.column_name) filter (where c.column_name = 'investigation') end as owner,
      t.table_name in ('investigation', 'membership') as near
    from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
    where t.table_schema = current_schema() and t.table_type = 'BASE TABLE'
      and (t.table_name = 'investigation' or c.column_name in ('investigation', 'chain'))
      and not exists (select from pg_policies p where p.schemaname = t.table_schema and p.tablename = t.table_name)
    group by t.table_name
  loop
    execute format('alter table %I enable row level security', found.name);
    execute format('alter table %I force row level security', found.name);
    execute format(
      'create policy confined on %I using ((select current_setting(''corroborate.scope'', true)) = ''house'' or %I = (select %s))',
      found.name, coalesce(found.owner, 'chain'),
      case when found.near or found.owner is null then 'corroborate_near()' else 'corroborate_read()' end);
  end loop;
end $$`
