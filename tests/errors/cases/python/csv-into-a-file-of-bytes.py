# rule: python_json.bytes_or_text
# source: constructed
# says: open\('a.csv', 'w', newline=''\)
# %% before
import csv
# %% fails
with open('a.csv', 'wb') as f:
    writer = csv.writer(f)
    writer.writerow(['a', 'b'])
# %% mended
with open('a.csv', 'w', newline='') as f:
    writer = csv.writer(f)
    writer.writerow(['a', 'b'])
