# rule: python_files.reader_of_a_closed_file
# source: constructed
# says: reader = list\(csv.DictReader\(f\)\)
# %% before
import csv
open('a.csv', 'w').write('a,b\n1,2\n')
with open('a.csv') as f:
    reader = csv.DictReader(f)
# %% fails
for row in reader:
    print(row)
# %% mended
with open('a.csv') as f:
    reader = list(csv.DictReader(f))
for row in reader:
    print(row)
