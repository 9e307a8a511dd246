# notice: slips.landed_elsewhere
# source: constructed
# says: 3\s+stands\s+at\s+place\s+3\s+of\s+EarlyStoppingCallback,\s+which\s+is\s+the\s+parameter\s+min_delta:\s+patience\s+was\s+not\s+given
# %% before
from fastai.vision.all import *
# %% cell
stop = EarlyStoppingCallback('valid_loss', np.less, 3)
# %% mended
stop = EarlyStoppingCallback('valid_loss', np.less, patience=3)
