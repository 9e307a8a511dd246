# rule: python_none.none_result
# source: constructed
# says: m = re\.search\('\(\\\\d\+\)', 'abc'\)
# says: re\.search
# %% fails
import re
re.search(r'(\d+)', 'abc').group(1)
# %% mended
import re
m = re.search('(\\d+)', 'abc')
if m: print(m.group())
