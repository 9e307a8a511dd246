# rule: tabular_learners.dates_into_columns
# source: constructed
# says: '17.06.2020'
# says: the first value, '03.04.2020'
# says: dayfirst=True\)
# %% before
from fastai.tabular.all import *
trips = pd.DataFrame({"start": ["03.04.2020", "05.04.2020", "17.06.2020", "18.07.2020"], "km": [1.0, 2.0, 3.0, 4.0]})
# %% fails
trips = add_datepart(trips, "start")
# %% mended
trips['start'] = pd.to_datetime(trips['start'], dayfirst=True)
trips = add_datepart(trips, 'start')
