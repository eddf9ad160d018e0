-- Once a month: the week in which its weekday comes for the n-th time, or for the last (-1).
ALTER TABLE weekly ADD COLUMN nth_in_month INTEGER
  CHECK (nth_in_month IS NULL OR nth_in_month IN (-1, 1, 2, 3, 4) AND every_weeks = 1);
