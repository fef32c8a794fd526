/** Choices that lead to certificates from elsewhere: this and the code of a class; and "not now". */
export const CERTIFICATE_OF = 'certificate:of:'
export const CERTIFICATE_LATER = 'certificate:later'
