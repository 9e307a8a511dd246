# rule: notebook_imports.called_otherwise
# source: constructed
# says: import urllib\.request
# %% fails
import urllib2
# %% mended
import urllib.request
