# notice: made_infinite.division_by_zeros
# source: constructed
# says: homes\['per_room'\]\s+holds\s+inf\s+in\s+1\s+row
# says: homes\['per_room'\]\s+=\s+homes\['area'\]\s+/\s+homes\['rooms'\]\.where\(homes\['rooms'\]\s+!=\s+0\)
# %% before
import pandas as pd
homes = pd.DataFrame({'rooms': [0, 3, 5, 2], 'area': [20., 70., 120., 66.]})
# %% cell
homes['per_room'] = homes['area']/homes['rooms']
homes.per_room.mean()
# %% mended
homes['per_room'] = homes['area'] / homes['rooms'].where(homes['rooms'] != 0)
homes.per_room.mean()
