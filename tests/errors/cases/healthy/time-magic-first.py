# notice: none
# source: constructed
# %% before
import time
# %% cell
%%time
time.sleep(.01)
