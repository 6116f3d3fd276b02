-- How often a case or its tasks were changed in a way that neither a line of its log nor a
-- revision of its data says. With both it tells whether what was read before still holds.
alter table case_file add column touched integer default 0 not null;
