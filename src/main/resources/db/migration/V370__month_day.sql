-- A parameter may be a day of each year; the beginning of the annual review is one.
alter table parameter drop constraint ck_parameter_kind;
alter table parameter add constraint ck_parameter_kind
  check (kind = any (array['NUMBER', 'TEXT', 'FLAG', 'CHOICE', 'DATE', 'MONTH_DAY']));
update parameter set kind = 'MONTH_DAY' where parameter_key = 'plaque.reviewOn';
