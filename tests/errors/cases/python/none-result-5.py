# rule: python_none.none_result
# source: constructed
# says: m = re\.match\('\\\\d\+', 'abc'\)
# says: re\.match
# %% fails
import re
m = re.match(r'\d+', 'abc')
m.group()
# %% mended
import re
m = re.match(r'\d+', 'abc')
m = re.match('\\d+', 'abc')
if m: print(m.group())
