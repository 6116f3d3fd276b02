-- Until when a department has is a moment; a day of before meant the close of the office, 17:30 in Asia/Shanghai.
alter table problem_dispatch add column deadline_at timestamp with time zone;

update problem_dispatch
set deadline_at = cast(cast(deadline as varchar(10)) || ' 17:30:00+08:00' as timestamp with time zone)
where deadline is not null;

alter table problem_dispatch drop column deadline;
