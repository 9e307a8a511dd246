# rule: addresses_opened.no_web_address
# source: constructed
# says: urlopen\('https://www.python.org'\)
# %% before
from urllib.request import urlopen
# %% fails
urlopen('www.python.org')
