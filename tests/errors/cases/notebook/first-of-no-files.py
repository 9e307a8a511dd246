# rule: results_of_calls.first_of_nothing
# source: constructed
# says: found nothing
# says: files = glob.glob\('\*.csv'\)
# %% before
import glob
# %% fails
f = glob.glob('*.csv')[0]
# %% mended
open('a.csv', 'w').close()
f = glob.glob('*.csv')[0]
