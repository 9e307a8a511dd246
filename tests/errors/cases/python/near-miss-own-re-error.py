# rule: none
# source: constructed
# %% before
import re
# %% fails
raise re.error('my own check failed')
