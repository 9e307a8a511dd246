# rule: python_files.reader_of_a_closed_file
# source: a learner's notebook
# says: reads from\s+a\s+file\s+that\s+is\s+closed
# %% before
import csv
open('budget.csv', 'w').write('Date,Profit\nJan,3\n')
with open('budget.csv', newline='') as f:
    rows = csv.reader(f, delimiter=',')
# %% fails
header = next(rows)
# %% mended
with open('budget.csv', newline='') as f:
    rows = csv.reader(f, delimiter=',')
    header = next(rows)
