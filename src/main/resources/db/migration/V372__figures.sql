-- What the dashboard counts of tasks and of planned activities, answered from indexes alone.
drop index ix_work_item_figures;
create index ix_work_item_figures on work_item (state, process, step, step_name, due_at, decided_at, created_at);
create index ix_activity_plan_row on activity (plan_row, confirmed_on);
