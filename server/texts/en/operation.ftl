### The operator's page: jobs, and why one failed

job-renew-lead = Settling which clock leads
job-plan-reminders = Planning reminders
job-judge-reminders = Noting what reminders led to
job-sweep-due = Lining up what is due
job-plan-fits = Lining up the night's calculations
job-count-attendance = Counting how often people practise
job-count-alone = Noting who practises unprompted
job-clean-up = Cleaning up
job-find-failing-cards = Looking for cards that do not work
job-tell-owners = Mailing owners of sets
job-check-model = Checking the memory model
job-send-reminder = Sending a reminder
job-send-reminders = Sending reminders
job-send-letter = Sending a mail
job-import-file = Reading a large file
job-index-cards = Making cards easy to find
job-fit-models = Adjusting the memory model

job-failure-database = The database did not answer.
job-failure-memory = There was too little memory.
job-failure-fault = Something went wrong in the job itself.
job-failure-stopped = The job was stopped before it was done.
job-failure-died = The process that worked on it no longer shows any sign of life.
