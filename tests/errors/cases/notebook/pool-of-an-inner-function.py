# rule: pools_of_processes.function_without_a_name
# source: constructed
# says: defined\s+inside\s+another\s+function
# %% before
import multiprocessing
def run(data):
    def work(x):
        return x * 2
    with multiprocessing.Pool(2) as pool:
        return pool.map(work, data)
# %% fails
run([1, 2])
# %% mended
def work(x):
    return x * 2
def run(data):
    with multiprocessing.Pool(2) as pool:
        return pool.map(work, data)
run([1, 2])
