# rule: python_numbers.text_to_number
# source: constructed
# says: stands between digits
# says: re\.findall\(r'\\d\+', stem\)
# %% before
stem = 'scan12x3.png'
# %% fails
n = int(stem)
# %% mended
import re
n = re.findall(r'\d+', stem)
