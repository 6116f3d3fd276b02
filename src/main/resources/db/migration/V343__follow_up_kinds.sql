-- What was agreed at an activity, and lists nobody has worked on, are followed up too.
alter table follow_up drop constraint ck_follow_up_kind;
alter table follow_up add constraint ck_follow_up_kind
  check (kind = any (array['DECISION', 'INVITATION', 'CADENCE', 'STEP', 'LISTS']));
alter table pairing add column lists_asked_on date; -- when its sides were last asked to refresh the three lists
