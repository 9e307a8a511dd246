# rule: python_none.none_result
# source: constructed
# says: years = \[int\(m\[1\]\) for name in names if \(m := re\.search\('\(\\\\d\{4\}\)', name\)\)\]
# %% before
import re
names = ['a_2019.csv', 'b_2020.csv', 'notes.txt']
# %% fails
years = [int(re.search(r'(\d{4})', name)[1]) for name in names]
# %% mended
years = [int(m[1]) for name in names if (m := re.search('(\\d{4})', name))]
