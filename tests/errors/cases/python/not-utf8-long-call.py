# rule: python_files.not_utf8
# source: https://forums.fast.ai
# says: encoding='latin-1'
# says: ratings_of_old_films.dat
# %% before
open('ratings_of_old_films.dat', 'wb').write('7;Amélie;2001\n8;Città;1999\n'.encode('latin-1'))
import pandas as pd
# %% fails
films = pd.read_csv('ratings_of_old_films.dat', delimiter=';', header=None,
                    usecols=(0, 1, 2), names=('film_number', 'film_title', 'film_year'))
# %% mended
films = pd.read_csv('ratings_of_old_films.dat', delimiter=';', header=None,
                    usecols=(0, 1, 2), names=('film_number', 'film_title', 'film_year'), encoding='latin-1')
