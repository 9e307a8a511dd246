# rule: addresses_opened.no_web_address
# source: a learner's notebook
# says: url is '1'
# %% before
import urllib.request
url = '1'
# %% fails
html = urllib.request.urlopen(url).read()
