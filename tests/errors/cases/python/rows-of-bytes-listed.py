# rule: files_inside.rows_of_bytes
# source: constructed
# says: with open\('a.csv', 'r', newline=''\) as g:
# %% before
import csv
open('a.csv', 'w').write('a,b\n')
# %% fails
with open('a.csv', 'rb') as g:
    rows = list(csv.reader(g))
# %% mended
with open('a.csv', 'r', newline='') as g:
    rows = list(csv.reader(g))
