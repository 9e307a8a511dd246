# notice: alignments.put_together_by_labels
# source: constructed
# says: together\s+19
# says: pd\.DataFrame\(\{'y':\s+y\.reset_index\(drop=True\),\s+'my':\s+my\}\)
# %% before
import numpy as np, pandas as pd
y = pd.Series(np.arange(40.)).sample(10, random_state=0)
my = pd.Series(np.arange(10.))
# %% cell
both = pd.DataFrame({'y': y, 'my': my})
# %% mended
both = pd.DataFrame({'y': y.reset_index(drop=True), 'my': my})
