# rule: folders_of_others.drive_of_windows
# source: a learner's notebook
# says: C: is\s+a\s+drive\s+of\s+Windows
# says: 'vehicles.csv'
# %% before
import pandas as pd
# %% fails
df = pd.read_csv('C:/Users/me/Downloads/vehicles.csv')
