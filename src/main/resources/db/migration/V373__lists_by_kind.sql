-- Problems of one severity or category, tasks that wait longest, clocks by their due date.
create index ix_problem_severity on problem (severity, registered_at desc, case_number);
create index ix_problem_category on problem (category, registered_at desc, case_number);
create index ix_work_item_waiting on work_item (state, created_at, id);
create index ix_sla_clock_kind_due on sla_clock (kind, due_at);
