# notice: joined_tables.rows_repeated_by_a_merge
# source: constructed
# says: trips\s+has\s+6\s+rows,\s+4\s+before\s+the\s+merge:\s+city\s+is\s+not\s+unique\s+in\s+towns\s+\('Ulm'\s+stands\s+there\s+2\s+times\)
# says: trips\s+=\s+trips\.merge\(towns\.drop_duplicates\('city'\),\s+on='city',\s+how='left'\)
# %% before
import pandas as pd
trips = pd.DataFrame({'city': ['Ulm', 'Bonn', 'Ulm', 'Kiel'], 'km': [3, 5, 7, 9]})
towns = pd.DataFrame({'city': ['Ulm', 'Bonn', 'Ulm'], 'state': ['BW', 'NRW', 'BW']})
# %% cell
trips = trips.merge(towns, on='city', how='left')
# %% mended
trips = trips.merge(towns.drop_duplicates('city'), on='city', how='left')
