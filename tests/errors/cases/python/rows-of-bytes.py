# rule: files_inside.rows_of_bytes
# source: constructed
# says: f = open\('a.csv', 'r', newline=''\)
# %% before
import csv
open('a.csv', 'w').write('a,b\n')
f = open('a.csv', 'rb')
# %% fails
for row in csv.reader(f):
    print(row)
# %% mended
f = open('a.csv', 'r', newline='')
for row in csv.reader(f):
    print(row)
