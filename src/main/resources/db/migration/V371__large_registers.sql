-- Registers and figures that stay fast with 100,000 rows behind them.
create index ix_pairing_status on pairing (status, proposed_at desc, id);
create index ix_resource_name on resource (name, id);
create index ix_person_search on person (search_key, id);
create index ix_activity_status on activity (status, proposed_at desc, id);
create index ix_activity_confirmed on activity (confirmed_on, pillar);
create index ix_problem_figures on problem (state, ladder, satisfaction, closed_at);
create index ix_sla_clock_figures on sla_clock (kind, state, due_at, ended_at);
create index ix_work_item_figures on work_item (state, process, step, due_at);
