/** The database's place inside the data folder; beside it lie the locks and what a restore has moved aside. */
export const DATABASE_FOLDER = 'database'
