# notice: none
# source: constructed
# %% before
import pandas as pd
people = pd.DataFrame({'who': ['Ada', 'Bo'], 'age': [30, 40]})
visits = pd.DataFrame({'who': ['Ada', 'Ada', 'Bo'], 'day': [1, 2, 3]})
# %% cell
all_visits = people.merge(visits, on='who')
known = visits.merge(people, on='who', how='left')
