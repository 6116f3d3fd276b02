-- What the figures of the dashboard need to know and no table said: who was let in by way of exception, when an
-- activity and a plaque were approved, how many came, what a plaque cost, how high a problem ever went.
alter table pairing add column waiver boolean default false not null;
update pairing set waiver = true where case_number in (
  select f.number from case_file f join case_field d on d.case_id = f.id
  where d.name = 'eligibility' and cast(d.content as varchar(40)) = '"WAIVER"');

alter table activity add column published_at timestamp with time zone;
alter table activity add column attended integer;
update activity set published_at = (
  select max(w.decided_at) from work_item w
  where w.case_number = activity.case_number and w.state = 'DONE' and w.decision = 'APPROVE'
    and w.step = any (array['task-host-secretary', 'task-party-officer', 'task-leader']))
where number is not null and case_number is not null;

alter table plaque add column approved_at timestamp with time zone;
alter table plaque add column cost numeric(12, 2);
update plaque set approved_at = (
  select max(w.decided_at) from plaque_batch b join work_item w on w.case_number = b.case_number
  where b.id = plaque.batch and w.state = 'DONE' and w.step = 'task-approve')
where number is not null and batch is not null;

alter table problem add column highest varchar(2) default 'L1' not null;
update problem set highest = case when ladder < 'L4' and charge_count > 0 then 'L4' else ladder end;

-- Sent back or not, read once for all cases; and the windows of a year.
create index ix_work_item_decision on work_item (decision, case_number);
create index ix_pairing_approved on pairing (approved_on, id);
create index ix_pairing_in_force on pairing (in_force_on, id);
create index ix_pairing_term on pairing (term_end, id);
create index ix_pairing_predecessor on pairing (predecessor);
create index ix_activity_published on activity (published_at, id);
create index ix_activity_held on activity (ends_at, id);
create index ix_problem_closed on problem (closed_at, case_number);
create index ix_return_visit_at on return_visit (visited_at, id);
create index ix_plaque_handed on plaque (handed_on, id);
create index ix_plaque_hung on plaque (hung_on, id);
create index ix_wall_check_on on wall_check (checked_on, id);
create index ix_objection_settled on objection (settled_at, id);
create index ix_plaque_measure_closed on plaque_measure (closed_at, id);
