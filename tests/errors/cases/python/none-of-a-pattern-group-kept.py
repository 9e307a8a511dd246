# rule: python_none.none_result
# source: constructed
# says: if m: return m\.group\('breed'\)\.lower\(\)
# %% before
import re
# %% fails
def breed(name):
    m = re.match(r'(?P<breed>.+)_\d+', name)
    return m.group('breed').lower()
breed('README.md')
# %% mended
def breed(name):
    m = re.match(r'(?P<breed>.+)_\d+', name)
    if m: return m.group('breed').lower()
breed('README.md')
